using DocGen.Tests.Harness;
using DocGen.Tests.Incremental;

namespace DocGen.Fuzz;

/// <summary>
/// A session of random batches of edits, on the oldest compiler that loads the generator and on the SDK's own: after
/// each it emits and reports what a fresh run does.
/// </summary>
public sealed class EditFuzzer : IFuzzer
{
    public string Name => "edits";

    public string Description => "random edit batches x both compilers: as a run from nothing";

    public Task<string> RunAsync(int seed, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            // A seed that a report names runs on the same compiler again.
            bool isSdk = SdkRoslyn.Exists && (seed & 1) == 1;
            if (isSdk)
                SdkRoslyn.Run(RandomEdits.Check, seed);
            else
                RandomEdits.Check(seed);
            return "as a fresh run" + (isSdk ? " on the SDK's compiler" : "");
        },
        cancellationToken);
}
