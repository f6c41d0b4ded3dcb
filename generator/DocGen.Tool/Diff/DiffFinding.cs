using System.Security.Cryptography;
using System.Text;
using DocGen.Generator.Surface;

namespace DocGen.Tool.Diff;

/// <summary>A change with its place.</summary>
/// <param name="At">The place in the new docs; in the old docs if the page was removed.</param>
/// <param name="Was">The old place, for a removal from a page that still exists.</param>
/// <param name="IsOnChange">Whether the place, or the old place, is a line that changed.</param>
internal sealed record DiffFinding(SurfaceChange Change, DiffPlace? At, DiffPlace? Was, bool IsOnChange)
{
    /// <summary>A hash of the rule and the identity; it does not change when lines move.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Change.Rule.Id + " " + Change.Identity)));
}
