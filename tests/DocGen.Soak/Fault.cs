namespace DocGen.Soak;

/// <summary>The fault of one request.</summary>
public enum Fault
{
    None,
    ResetBefore,
    ResetMidway,
    ResetAfter,
    ServerError,
    ThrottledInSeconds,
    ThrottledUntilDate,
    RangeRefused,
    PartKept,
    PartForgotten,
    GarbageAnswer,
    Silence,
    SlowDrip,
    Gone,
    Conflict,
    Changed,
}
