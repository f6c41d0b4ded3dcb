using DocGen.Tests.Harness;
using DocGen.Tests.Incremental;

namespace DocGen.Fuzz;

/// <summary>
/// Runs a session of random edit batches, on the oldest compiler that loads the generator or on the compiler of the
/// SDK. After each batch, the output and the diagnostics must equal those of a fresh run.
/// </summary>
public sealed class EditFuzzer : IFuzzer
{
    public string Name => "edits";

    public string Description => "random edit batches x both compilers: equal to a fresh run";

    public Task<string> RunAsync(int seed, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            // The seed selects the compiler, so that a reported seed can be reproduced.
            bool isSdk = SdkRoslyn.Exists && (seed & 1) == 1;
            if (isSdk)
                SdkRoslyn.Run(RandomEdits.Check, seed);
            else
                RandomEdits.Check(seed);
            return "as a fresh run" + (isSdk ? " on the SDK's compiler" : "");
        },
        cancellationToken);
}
