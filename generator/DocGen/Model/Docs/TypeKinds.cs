namespace DocGen.Generator.Model;

/// <summary>A set of <see cref="TypeKind"/>s.</summary>
internal readonly record struct TypeKinds(uint Bits)
{
    public bool Contains(TypeKind kind) => (Bits & (1u << (int)kind)) != 0;

    public TypeKinds With(TypeKind kind) => new(Bits | (1u << (int)kind));

    public static TypeKinds Of(params TypeKind[] kinds) =>
        kinds.Aggregate(default(TypeKinds), (all, kind) => all.With(kind));
}
