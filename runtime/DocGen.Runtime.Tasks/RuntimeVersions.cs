using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DocGen.Runtime.Tasks;

/// <summary>
/// Compares versions of DocGen.Runtime. An assembly that was built for a version runs only on that version and on later
/// versions with the same minor version.
/// </summary>
internal static class RuntimeVersions
{
    private const string Runtime = "DocGen.Runtime";
    private const string Generator = "DocGen";

    /// <summary>
    /// Returns a message for each assembly that does not fit the DocGen.Runtime among the assemblies; no message if
    /// there is no DocGen.Runtime.
    /// </summary>
    /// <param name="assemblies">The paths of the assemblies of a build; other files are ignored.</param>
    /// <param name="analyzers">
    /// The paths of the build's analyzers. DocGen's generator needs a runtime that fits its own version.
    /// </param>
    public static IEnumerable<string> Compare(IEnumerable<string> assemblies, IEnumerable<string> analyzers)
    {
        // An assembly may occur twice: as the reference assembly and as the implementation.
        string[] paths =
        [
            .. assemblies.Where(IsLibrary).GroupBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
                .Select(static same => same.First()),
        ];
        if (Array.Find(paths, path => IsNamed(path, Runtime)) is not { } runtime)
            return [];
        Version available = Read(runtime, static reader => reader.GetAssemblyDefinition().Version)!;
        return
        [
            .. from path in paths
               let needed = Read(path, NeededBy)
               where needed is not null && !Fits(available, needed)
               select Fault(Path.GetFileNameWithoutExtension(path), needed, available),
            .. from path in analyzers
               where IsNamed(path, Generator)
               let needed = Read(path, static reader => reader.GetAssemblyDefinition().Version)
               where needed is not null && !Fits(available, needed)
               select Fault("The generator of the package DocGen", needed, available),
        ];
    }

    private static bool Fits(Version available, Version needed) =>
        available.Major == needed.Major && available.Minor == needed.Minor && available.Build >= needed.Build;

    private static string Fault(string who, Version needed, Version available) =>
        $"{who} was built for {Runtime} {needed.ToString(3)} and needs that or a later {needed.ToString(2)}.x " +
        "version. " +
        $"This build has {available.ToString(3)}. Use one {needed.ToString(2)}.x version of the DocGen packages " +
        "everywhere, or rebuild all of them with the same version.";

    private static Version? NeededBy(MetadataReader reader) => reader.AssemblyReferences
        .Select(reader.GetAssemblyReference)
        .Where(reference => reader.StringComparer.Equals(reference.Name, Runtime))
        .Select(static reference => reference.Version)
        .FirstOrDefault();

    /// <summary>
    /// Reads metadata of an assembly; returns null if the file is not a .NET assembly, such as a native library.
    /// </summary>
    private static Version? Read(string path, Func<MetadataReader, Version?> read)
    {
        using FileStream stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        try
        {
            return image.HasMetadata ? read(image.GetMetadataReader()) : null;
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }

    private static bool IsLibrary(string path) =>
        path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) && File.Exists(path);

    private static bool IsNamed(string path, string name) =>
        Path.GetFileName(path).Equals(name + ".dll", StringComparison.OrdinalIgnoreCase);
}
