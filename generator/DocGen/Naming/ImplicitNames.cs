using DocGen.Generator.Model;

namespace DocGen.Generator.Naming;

/// <summary>
/// The types that the SDK's implicit usings import. A resource with such a name gets the suffix <c>Resource</c>, so a
/// bare <c>File</c> in user code is not ambiguous.
/// </summary>
internal static class ImplicitNames
{
    private static readonly HashSet<string> Names = new((
        "Action Activator Attribute Exception ApartmentState AppContext AppDomain AppDomainSetup ApplicationId " +
        "ArgIterator Array " +
        "AsyncCallback AsyncEnumerable AutoResetEvent Barrier BinaryReader BinaryWriter BindingAddress BitConverter " +
        "Boolean Buffer BufferedStream Byte Char CharEnumerator CompressedStack ConnectionInfo Console ConsoleColor " +
        "ConsoleKey ConsoleKeyInfo ContextCallback Convert CookieBuilder CountdownEvent DBNull DateOnly DateTime " +
        "DateTimeKind DateTimeOffset DayOfWeek Decimal Delegate DelegateStartup Directory DirectoryInfo Double " +
        "DriveInfo DriveType Endpoint EndpointBuilder Enum Enumerable EnumerableQuery Environment EnvironmentName " +
        "Environments EventId EventResetMode EventWaitHandle File FileAccess FileAttributes FileInfo FileMode " +
        "FileShare FileStream FileSystemInfo FormCollection FormFile FragmentString GC GCKind GCMemoryInfo Guid Half " +
        "HashCode Host HostBuilder HostString HttpClient HttpContent HttpContext HttpMethod HttpMethods HttpProtocol " +
        "HttpRequest HttpResponse Index Int128 Int16 Int32 Int64 IntPtr Interlocked JsonContent KeyValuePair " +
        "KeyedService LazyInitializer LinkGenerator LinkParser Lock LockCookie LogLevel LoggerFactory LoggerMessage " +
        "MatchCasing MatchType MatcherPolicy Math MathF MemoryStream ModuleHandle Monitor Mutex MutexAcl " +
        "NotifyFilters Nullable Object ObjectFactory OperatingSystem Overlapped Parallel ParallelQuery Path " +
        "PathString PeriodicTimer PlatformID QueryCollection QueryString Queryable Random RandomAccess Range " +
        "RequestDelegate Results Route RouteBase RouteBuilder RouteCollection RouteContext RouteData RouteDirection " +
        "RouteEndpoint RouteHandler RoutingFeature SByte SameSiteMode SearchOption SeekOrigin Semaphore SemaphoreAcl " +
        "SemaphoreSlim ServiceLifetime ServiceProvider Single SpinLock SpinWait StartupBase StatusCodes Stream " +
        "StreamContent StreamReader StreamWriter String StringComparer StringContent StringReader StringWriter Task " +
        "TaskFactory TaskScheduler TaskStatus TextReader TextWriter Thread ThreadPool ThreadPriority ThreadStart " +
        "ThreadState TimeOnly TimeProvider TimeSpan TimeZone TimeZoneInfo Timeout Timer TimerCallback Tuple Type " +
        "TypeCode TypedReference TypedResults UInt128 UInt16 UInt32 UInt64 UIntPtr UnixFileMode Uri UriBuilder " +
        "UriComponents UriFormat UriHostNameType UriKind UriParser UriPartial ValueTask ValueTuple ValueType Version " +
        "VirtualPathData Void Volatile WaitCallback WaitHandle WeakReference WebApplication WebHostBuilder").Split(' '),
        StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);
}
