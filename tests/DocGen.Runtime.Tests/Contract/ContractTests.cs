using System.Runtime.CompilerServices;

namespace DocGen.Runtime.Tests.Contract;

/// <summary>
/// Checks that a library built for one version of the runtime runs on each later version with the same minor number.
/// The approved API is in <c>Contract/DocGen.Runtime.&lt;major&gt;.&lt;minor&gt;.txt</c>.
/// <para/>
/// To approve additions, run this test with <c>DOCGEN_APPROVE=1</c> and review the change. Members that are removed,
/// changed, or new and abstract break existing libraries. They need a new minor version, which has a new file. Until
/// a minor version is released, no library depends on it: delete its file and approve the API again.
/// </summary>
public sealed class ContractTests
{
    [Fact]
    public void The_api_of_the_runtime_matches_the_approved_api_of_its_minor_version()
    {
        string[] actual = [.. ApiSurface.Of(typeof(ServiceClient).Assembly)];
        string path = FilePath(typeof(ServiceClient).Assembly.GetName().Version!);
        // A build server replaces source paths, so read the approved file from the output folder.
        string copy = Path.Combine(AppContext.BaseDirectory, "Contract", Path.GetFileName(path));
        string[] approved = File.Exists(copy) ? File.ReadAllLines(copy) : [];
        string[] added = [.. actual.Except(approved)];
        string[] broken = [.. approved.Except(actual),
            .. added.Where(line => IsDemand(line) && IsOfKnownType(line, approved))];

        Assert.True(
            broken.Length == 0,
            $"This breaks libraries that were built for the minor version:\n{string.Join('\n', broken)}");
        if (added.Length > 0 && Environment.GetEnvironmentVariable("DOCGEN_APPROVE") == "1")
            File.WriteAllText(path, string.Concat(actual.Select(line => line + "\n")));
        else
            Assert.True(added.Length == 0, $"{Path.GetFileName(path)} lacks:\n{string.Join('\n', added)}");
    }

    [Fact]
    public void ApiSurface_lists_every_type_and_member_that_a_library_can_depend_on()
    {
        const string Name = "DocGen.Runtime.Tests.Contract.Sample<T>";
        IEnumerable<string> lines = ApiSurface.Of(typeof(ContractTests).Assembly)
            .Where(line => line.StartsWith(Name, StringComparison.Ordinal));

        Assert.Equal(
            [
                $"{Name}..ctor(params T[] values): protected",
                $"{Name}.Dispose(): Void",
                $"{Name}.Find(String name, Int32? count = 7, Boolean all = true, T? none = default): " +
                    "virtual System.Collections.Generic.List<T>",
                $"{Name}.Limit: const Int32 = 3",
                $"{Name}.Make<TOther>(in TOther other, out String text): " +
                    "protected static Void where TOther: IDisposable, ReferenceTypeConstraint",
                $"{Name}.Needed(): abstract Void",
                $"{Name}.get_Value(): T",
                $"{Name}.set_Value(T value): protected init Void",
                $"{Name}: abstract class where T: ValueType, NotNullableValueTypeConstraint, " +
                $"DefaultConstructorConstraint " +
                    "IDisposable",
            ],
            lines);
    }

    // Every derived class must implement an abstract member. Existing classes do not implement a new abstract member.
    private static bool IsDemand(string line) =>
        line.Contains("): ", StringComparison.Ordinal)
            && line.Split("): ")[1].Contains("abstract ", StringComparison.Ordinal);

    private static bool IsOfKnownType(string line, string[] approved) => Array.Exists(
        approved, known => line.StartsWith(known.Split(": ")[0] + ".", StringComparison.Ordinal));

    private static string FilePath(Version version, [CallerFilePath] string test = "") =>
        Path.Combine(Path.GetDirectoryName(test)!, $"DocGen.Runtime.{version.ToString(2)}.txt");
}

/// <summary>A type with every kind of member.</summary>
public abstract class Sample<T> : IDisposable
    where T : struct
{
    public const int Limit = 3;

    private protected int Hidden;

    protected Sample(params T[] values) => Value = values[0];

    public T Value { get; protected init; }

    public abstract void Needed();

    public virtual List<T> Find(string name, int? count = 7, bool all = true, T? none = null) => [];

    protected static void Make<TOther>(in TOther other, out string text)
        where TOther : class, IDisposable => text = $"{other}";

    public void Dispose()
    {
        Hidden++;
        GC.SuppressFinalize(this);
    }
}
