using DocGen.Generator.Model;

namespace DocGen.Generator.Linking;

/// <summary>What a journal was last right by.</summary>
/// <param name="Facts">
/// What the pages defined then. Weak, and kept by who has the newest link: a journal that is never looked at again would keep the pages of
/// its time, and by their journals those before.
/// </param>
/// <param name="Suggestions">What each of the journal's unknown names may have been meant to be.</param>
internal sealed record Basis(WeakReference<TypeFacts> Facts, EquatableArray<string> Suggestions = default)
{
    public TypeFacts? Earlier => Facts.TryGetTarget(out TypeFacts? facts) ? facts : null;
}
