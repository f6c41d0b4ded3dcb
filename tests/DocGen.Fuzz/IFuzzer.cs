namespace DocGen.Fuzz;

/// <summary>Makes cases from seeds and says whether the product held. Added to <see cref="Fuzzers.All"/>.</summary>
public interface IFuzzer
{
    /// <summary>The word that selects the fuzzer on the command line.</summary>
    string Name { get; }

    /// <summary>What varies, and what must hold, in one line.</summary>
    string Description { get; }

    /// <summary>Runs the case that a seed makes; the same seed makes the same case.</summary>
    /// <param name="seed">The seed of the case.</param>
    /// <param name="cancellationToken">Ends a case that hangs, which is a failure.</param>
    /// <returns>How the case came out, in a word or two. The report counts these.</returns>
    /// <exception cref="FuzzFailureException">The product did not hold.</exception>
    Task<string> RunAsync(int seed, CancellationToken cancellationToken);
}
