using System.Security.Cryptography;
using System.Text;
using DocGen.Generator.Surface;

namespace DocGen.Tool.Diff;

/// <summary>A change with its position in the docs.</summary>
/// <param name="At">The position in the new docs; in the old docs if the page was removed.</param>
/// <param name="Was">The old position, for a removal from a page that still exists.</param>
/// <param name="IsOnChange">Whether the position or the old position is on a changed line.</param>
internal sealed record DiffFinding(SurfaceChange Change, DiffPlace? At, DiffPlace? Was, bool IsOnChange)
{
    /// <summary>A hash of the rule and the identity. It stays the same when lines move.</summary>
    public string Fingerprint =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Change.Rule.Id + " " + Change.Identity)));
}
