using DocGen.Generator.Emission;

namespace DocGen.Tests.Emission;

public class SnapshotTests
{
    [Fact]
    public void A_resource_with_operations_is_emitted_as_approved() =>
        Snapshot.Matches("DriveItem", FileEmitter.Emit(Samples.Drive));

    [Fact]
    public void A_client_is_emitted_as_approved() =>
        Snapshot.Matches("DriveClient", ClientEmitter.Emit(Samples.Client()));
}
