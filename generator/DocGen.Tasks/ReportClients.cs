using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Build.Framework;

namespace DocGen.Tasks;

/// <summary>
/// Prints a line for each client of a compiled assembly, with the numbers of pages and operations. The generator counts
/// them during linking, and writes them to <c>AssemblyMetadata</c> attributes with the key <c>DocGen</c>.
/// </summary>
public sealed class ReportClients : ITask
{
    private const string Key = "DocGen";

    /// <inheritdoc />
    public IBuildEngine BuildEngine { get; set; } = null!;

    /// <inheritdoc />
    public ITaskHost? HostObject { get; set; }

    /// <summary>The path of the compiled assembly.</summary>
    [Required]
    public string Assembly { get; set; } = "";

    /// <inheritdoc />
    public bool Execute()
    {
        foreach (string client in Clients(Assembly))
        {
            BuildEngine.LogMessageEvent(new BuildMessageEventArgs(
                "DocGen: " + client, "", nameof(ReportClients), MessageImportance.High));
        }

        return true;
    }

    private static string[] Clients(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using var image = new PEReader(stream);
        MetadataReader reader = image.GetMetadataReader();
        return
        [
            .. reader.GetAssemblyDefinition().GetCustomAttributes()
                .Select(reader.GetCustomAttribute)
                .Where(attribute => IsMetadata(reader, attribute))
                .Select(attribute => Client(reader.GetBlobReader(attribute.Value)))
                .OfType<string>()
                .OrderBy(client => client, StringComparer.Ordinal),
        ];
    }

    private static bool IsMetadata(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor is { Kind: HandleKind.MemberReference } constructor
        && reader.GetMemberReference((MemberReferenceHandle)constructor).Parent is
        { Kind: HandleKind.TypeReference } type
        && reader.StringComparer.Equals(
            reader.GetTypeReference((TypeReferenceHandle)type).Name, "AssemblyMetadataAttribute");

    /// <summary>
    /// Returns the value of an attribute with the key of DocGen (ECMA-335, section II.23.3), else null.
    /// </summary>
    private static string? Client(BlobReader value) =>
        value.ReadUInt16() == 1 && value.ReadSerializedString() == Key ? value.ReadSerializedString() : null;
}
