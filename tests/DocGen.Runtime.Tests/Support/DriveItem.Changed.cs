namespace DocGen.Runtime.Tests.Support;

public partial class DriveItem
{
    public bool IsChanged => HasChanges;
}
