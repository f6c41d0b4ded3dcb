using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace DocGen.Tests.Harness;

/// <summary>
/// Runs tests on the compiler of the .NET SDK that built them. Normally, the tests run on the oldest compiler that can
/// load the generator. This load context has a second copy of the tests and the generator, which uses the compiler of
/// the SDK. So the same tests run on both compilers, without a second project or package.
/// </summary>
internal sealed class SdkRoslyn : AssemblyLoadContext
{
    private static readonly Lazy<SdkRoslyn> Context = new(() => new SdkRoslyn());

    private SdkRoslyn() : base(nameof(SdkRoslyn))
    {
    }

    /// <summary>The folder of the SDK's compiler at build time.</summary>
    public static string Folder { get; } = typeof(SdkRoslyn).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "SdkRoslyn").Value!;

    /// <summary>Whether the compiler still exists in the folder where the build found it.</summary>
    public static bool Exists => File.Exists(Path.Combine(Folder, "Microsoft.CodeAnalysis.dll"));

    /// <summary>Runs a static method of a class of the tests on the SDK's compiler.</summary>
    public static void Run<T>(Action<T> test, T argument) => Copy<Action<T>>(test)(argument);

    /// <summary>Runs a static method of a class of the tests on the SDK's compiler.</summary>
    public static T Run<T>(Func<T> test) => Copy<Func<T>>(test)();

    private static TDelegate Copy<TDelegate>(TDelegate test)
        where TDelegate : Delegate
    {
        Assembly tests = Context.Value.LoadFromAssemblyPath(typeof(SdkRoslyn).Assembly.Location);
        Type type = tests.GetType(test.Method.DeclaringType!.FullName!)!;
        return type.GetMethod(test.Method.Name, BindingFlags.Static | BindingFlags.Public)!.CreateDelegate<TDelegate>();
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string name = assemblyName.Name!;
        string? folder = name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) ? Folder
            : name.StartsWith("DocGen", StringComparison.Ordinal) ? AppContext.BaseDirectory : null;
        return folder is null ? null : LoadFromAssemblyPath(Path.Combine(folder, name + ".dll"));
    }
}

/// <summary>
/// Marks a test that runs on the SDK's compiler. If the SDK was removed after the build, the test is skipped and prints
/// the reason.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SdkRoslynTheoryAttribute : TheoryAttribute
{
    public SdkRoslynTheoryAttribute()
    {
        if (SdkRoslyn.Exists)
            return;
        Skip = $"No compiler in '{SdkRoslyn.Folder}': the generator is NOT tested on the SDK's own Roslyn.";
        Console.WriteLine("SKIPPED: " + Skip);
    }
}
