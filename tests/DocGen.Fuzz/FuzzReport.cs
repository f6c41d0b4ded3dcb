using System.Globalization;

namespace DocGen.Fuzz;

/// <summary>The outcomes of the cases of a run.</summary>
public sealed class FuzzReport(string fuzzer)
{
    private readonly SortedDictionary<string, int> _outcomes = new(StringComparer.Ordinal);
    private readonly List<(int Seed, Exception Failure)> _failures = [];

    /// <summary>The number of cases that ran.</summary>
    public int Cases => _outcomes.Values.Sum() + _failures.Count;

    /// <summary>The number of cases for each outcome, without failures.</summary>
    public IReadOnlyDictionary<string, int> Outcomes => _outcomes;

    /// <summary>The failed cases with their seeds.</summary>
    public IReadOnlyList<(int Seed, Exception Failure)> Failures => _failures;

    /// <summary>Whether at least one case ran and none failed.</summary>
    public bool IsClean => Cases > 0 && _failures.Count == 0;

    /// <summary>Writes the numbers, and the arguments that run each failure again.</summary>
    public void Write(TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Cases,9} cases of {fuzzer}"));
        foreach ((string outcome, int count) in _outcomes)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9} {outcome}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_failures.Count,9} failed"));
        foreach ((int seed, Exception failure) in _failures)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fuzzer} --case {seed}: {failure}"));
    }

    internal void Done(string outcome) => _outcomes[outcome] = _outcomes.GetValueOrDefault(outcome) + 1;

    internal void Failed(int seed, Exception failure) => _failures.Add((seed, failure));
}
