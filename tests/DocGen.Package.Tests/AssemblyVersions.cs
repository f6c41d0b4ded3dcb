using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace DocGen.Package.Tests;

/// <summary>Changes version numbers in an assembly without building it (ECMA-335, II.22.2 and II.22.5).</summary>
internal static class AssemblyVersions
{
    /// <summary>Returns the assembly with another version number.</summary>
    public static byte[] WithVersion(byte[] image, Version version)
    {
        byte[] changed = [.. image];
        // The version is after the four bytes of the hash algorithm.
        Write(changed, Row(image, TableIndex.Assembly, 1) + 4, version);
        return changed;
    }

    /// <summary>Returns the assembly with another version number for an assembly that it references.</summary>
    public static byte[] WithReference(byte[] image, string name, Version version)
    {
        using var reader = new PEReader(new MemoryStream(image));
        MetadataReader metadata = reader.GetMetadataReader();
        AssemblyReferenceHandle handle = metadata.AssemblyReferences
            .Single(one => metadata.StringComparer.Equals(metadata.GetAssemblyReference(one).Name, name));
        byte[] changed = [.. image];
        Write(changed, Row(image, TableIndex.AssemblyRef, MetadataTokens.GetRowNumber(handle)), version);
        return changed;
    }

    private static int Row(byte[] image, TableIndex table, int row)
    {
        using var reader = new PEReader(new MemoryStream(image));
        MetadataReader metadata = reader.GetMetadataReader();
        int start = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(table);
        return start + (metadata.GetTableRowSize(table) * (row - 1));
    }

    private static void Write(byte[] image, int offset, Version version)
    {
        int[] parts = [version.Major, version.Minor, version.Build, 0];
        for (int part = 0; part < parts.Length; part++)
            BinaryPrimitives.WriteUInt16LittleEndian(image.AsSpan(offset + (2 * part)), (ushort)parts[part]);
    }
}
