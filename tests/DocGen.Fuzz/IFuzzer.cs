namespace DocGen.Fuzz;

/// <summary>
/// Creates cases from seeds and checks the product with them. Add implementations to <see cref="Fuzzers.All"/>.
/// </summary>
public interface IFuzzer
{
    /// <summary>The name of the fuzzer on the command line.</summary>
    string Name { get; }

    /// <summary>The variations and the checked condition, in one line.</summary>
    string Description { get; }

    /// <summary>Runs the case of a seed. The same seed always creates the same case.</summary>
    /// <param name="seed">The seed of the case.</param>
    /// <param name="cancellationToken">Cancels a case that hangs, which is a failure.</param>
    /// <returns>The outcome in a word or two. The report counts the outcomes.</returns>
    /// <exception cref="FuzzFailureException">The product violated the condition.</exception>
    Task<string> RunAsync(int seed, CancellationToken cancellationToken);
}
