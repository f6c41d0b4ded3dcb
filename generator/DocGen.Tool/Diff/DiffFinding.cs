using System.Security.Cryptography;
using System.Text;
using DocGen.Generator.Surface;

namespace DocGen.Tool.Diff;

/// <summary>A change with its place.</summary>
/// <param name="At">In the new docs where the page is still there; else in the old.</param>
/// <param name="Was">Where it stood, for what is gone from a page that is there.</param>
/// <param name="IsOnChange">The place, or where it stood, is a line that changed.</param>
internal sealed record DiffFinding(SurfaceChange Change, DiffPlace? At, DiffPlace? Was, bool IsOnChange)
{
    /// <summary>Of the rule and of what changed, and not of where: the same while lines move.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Change.Rule.Id + " " + Change.Identity)));
}
