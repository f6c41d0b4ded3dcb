// Written exactly as the generator emits resources: what compiles and holds here holds there.
#nullable enable

namespace DocGen.Runtime.Tests.Support;

public partial class BaseItem : global::DocGen.ApiResource
{
    private global::DocGen.Infrastructure.MemberStates _states;
    private string? _id;
    private string? _name;

    public string? Id
    {
        get => _id;
        set { _id = value; _states.Assign(0); }
    }

    public string? Name
    {
        get => _name;
        set { _name = value; _states.Assign(1); }
    }

    public override BaseItem Clone() => (BaseItem)base.Clone();

    internal static BaseItem? ReadJson(ref global::System.Text.Json.Utf8JsonReader reader) =>
        global::DocGen.Infrastructure.JsonRead.Resource(ref reader, static odataType => Create(odataType));

    private static BaseItem Create(string? odataType) => odataType switch
    {
        "contoso.driveItem" => new DriveItem(),
        _ => new BaseItem(),
    };

    protected override string? ODataTypeName => "contoso.baseItem";

    protected override bool HasChanges => base.HasChanges || _states.AnyChanged;

    protected override bool ReadMember(
        global::System.ReadOnlySpan<byte> name, ref global::System.Text.Json.Utf8JsonReader reader)
    {
        switch (name.Length)
        {
            case 2 when global::System.MemoryExtensions.SequenceEqual(name, "id"u8):
                _id = global::DocGen.Infrastructure.JsonRead.String(ref reader);
                _states.Read(0);
                return true;
            case 4 when global::System.MemoryExtensions.SequenceEqual(name, "name"u8):
                _name = global::DocGen.Infrastructure.JsonRead.String(ref reader);
                _states.Read(1);
                return true;
            default:
                return base.ReadMember(name, ref reader);
        }
    }

    protected override void WriteMembers(global::DocGen.Infrastructure.ResourceWriter writer)
    {
        base.WriteMembers(writer);
        writer.Write("id"u8, _id, in _states, 0);
        writer.Write("name"u8, _name, in _states, 1);
    }
}

public partial class DriveItem : BaseItem
{
    private global::DocGen.Infrastructure.MemberStates _states;
    private long? _size;
    private Folder? _folder;
    private global::System.Collections.Generic.IList<DriveItem>? _children;
    private global::System.Collections.Generic.IList<string>? _tags;
    private global::System.Collections.Generic.IList<int>? _ratings;
    private ConflictBehavior? _conflict;
    private global::System.DateTimeOffset? _created;
    private global::System.Collections.Generic.IList<global::System.Collections.Generic.IList<string>>? _rows;

    public long? Size
    {
        get => _size;
        set { _size = value; _states.Assign(0); }
    }

    public Folder? Folder
    {
        get => _folder;
        set { _folder = value; _states.Assign(1); }
    }

    public global::System.Collections.Generic.IList<DriveItem>? Children
    {
        get => _children;
        set { _children = value; _states.Assign(2); }
    }

    public global::System.Collections.Generic.IList<string>? Tags
    {
        get => _tags;
        set { _tags = value; _states.Assign(3); }
    }

    public global::System.Collections.Generic.IList<int>? Ratings
    {
        get => _ratings;
        set { _ratings = value; _states.Assign(4); }
    }

    public ConflictBehavior? Conflict
    {
        get => _conflict;
        set { _conflict = value; _states.Assign(5); }
    }

    public global::System.DateTimeOffset? Created
    {
        get => _created;
        set { _created = value; _states.Assign(6); }
    }

    public global::System.Collections.Generic.IList<global::System.Collections.Generic.IList<string>>? Rows
    {
        get => _rows;
        set { _rows = value; _states.Assign(7); }
    }

    public override DriveItem Clone() => (DriveItem)base.Clone();

    internal static new DriveItem? ReadJson(ref global::System.Text.Json.Utf8JsonReader reader) =>
        global::DocGen.Infrastructure.JsonRead.Resource(ref reader, static () => new DriveItem());

    protected override string? ODataTypeName => "contoso.driveItem";

    protected override bool HasChanges =>
        base.HasChanges ||
        _states.AnyChanged ||
        global::DocGen.Infrastructure.ChangesOf.Resource(_folder) ||
        global::DocGen.Infrastructure.ChangesOf.Collection(_children) ||
        global::DocGen.Infrastructure.ChangesOf.Collection(_tags) ||
        global::DocGen.Infrastructure.ChangesOf.Collection(_ratings) ||
        global::DocGen.Infrastructure.ChangesOf.Collection(_rows);

    protected override void CloneMembers()
    {
        base.CloneMembers();
        _folder = global::DocGen.Infrastructure.CloneOf.Resource(_folder);
        _children = global::DocGen.Infrastructure.CloneOf.Collection(_children);
        _tags = global::DocGen.Infrastructure.CloneOf.Collection(_tags);
        _ratings = global::DocGen.Infrastructure.CloneOf.Collection(_ratings);
        _rows = global::DocGen.Infrastructure.CloneOf.Collection(_rows);
    }

    protected override bool ReadMember(
        global::System.ReadOnlySpan<byte> name, ref global::System.Text.Json.Utf8JsonReader reader)
    {
        switch (name.Length)
        {
            case 4 when global::System.MemoryExtensions.SequenceEqual(name, "size"u8):
                _size = global::DocGen.Infrastructure.JsonRead.Int64(ref reader);
                _states.Read(0);
                return true;
            case 4 when global::System.MemoryExtensions.SequenceEqual(name, "tags"u8):
                _tags = global::DocGen.Infrastructure.JsonRead.Collection(ref reader, global::DocGen.Infrastructure.JsonRead.String);
                _states.Read(3);
                return true;
            case 4 when global::System.MemoryExtensions.SequenceEqual(name, "rows"u8):
                _rows = global::DocGen.Infrastructure.JsonRead.Collection(
                    ref reader,
                    static (ref global::System.Text.Json.Utf8JsonReader list) =>
                        global::DocGen.Infrastructure.JsonRead.Collection(ref list, global::DocGen.Infrastructure.JsonRead.String));
                _states.Read(7);
                return true;
            case 6 when global::System.MemoryExtensions.SequenceEqual(name, "folder"u8):
                _folder = global::DocGen.Runtime.Tests.Support.Folder.ReadJson(ref reader);
                _states.Read(1);
                return true;
            case 7 when global::System.MemoryExtensions.SequenceEqual(name, "ratings"u8):
                _ratings = global::DocGen.Infrastructure.JsonRead.Collection(
                    ref reader,
                    static (ref global::System.Text.Json.Utf8JsonReader item) =>
                        global::DocGen.Infrastructure.JsonRead.NotNull(global::DocGen.Infrastructure.JsonRead.Int32(ref item)));
                _states.Read(4);
                return true;
            case 7 when global::System.MemoryExtensions.SequenceEqual(name, "created"u8):
                _created = global::DocGen.Infrastructure.JsonRead.DateTimeOffset(ref reader);
                _states.Read(6);
                return true;
            case 8 when global::System.MemoryExtensions.SequenceEqual(name, "children"u8):
                _children = global::DocGen.Infrastructure.JsonRead.Collection(
                    ref reader, global::DocGen.Runtime.Tests.Support.DriveItem.ReadJson);
                _states.Read(2);
                return true;
            case 8 when global::System.MemoryExtensions.SequenceEqual(name, "conflict"u8):
                _conflict = global::DocGen.Runtime.Tests.Support.ConflictBehavior.ReadJson(ref reader);
                _states.Read(5);
                return true;
            default:
                return base.ReadMember(name, ref reader);
        }
    }

    protected override void WriteMembers(global::DocGen.Infrastructure.ResourceWriter writer)
    {
        base.WriteMembers(writer);
        writer.Collection("children"u8, _children, global::DocGen.Infrastructure.JsonWrite.Resource, in _states, 2);
        writer.Enum("conflict"u8, _conflict, in _states, 5);
        writer.Write("created"u8, _created, in _states, 6);
        writer.Resource("folder"u8, _folder, in _states, 1);
        writer.Collection("ratings"u8, _ratings, global::DocGen.Infrastructure.JsonWrite.Int32, in _states, 4);
        writer.Collection(
            "rows"u8,
            _rows,
            static (writer, list) => global::DocGen.Infrastructure.JsonWrite.Collection(
                writer, list, global::DocGen.Infrastructure.JsonWrite.String),
            in _states,
            7);
        writer.Write("size"u8, _size, in _states, 0);
        writer.Collection("tags"u8, _tags, global::DocGen.Infrastructure.JsonWrite.String, in _states, 3);
    }
}

public partial class Folder : global::DocGen.ApiResource
{
    private global::DocGen.Infrastructure.MemberStates _states;
    private int? _childCount;
    private string? _view;

    public int? ChildCount
    {
        get => _childCount;
        set { _childCount = value; _states.Assign(0); }
    }

    public string? View
    {
        get => _view;
        set { _view = value; _states.Assign(1); }
    }

    public override Folder Clone() => (Folder)base.Clone();

    internal static Folder? ReadJson(ref global::System.Text.Json.Utf8JsonReader reader) =>
        global::DocGen.Infrastructure.JsonRead.Resource(ref reader, static () => new Folder());

    protected override bool HasChanges => base.HasChanges || _states.AnyChanged;

    protected override bool ReadMember(
        global::System.ReadOnlySpan<byte> name, ref global::System.Text.Json.Utf8JsonReader reader)
    {
        switch (name.Length)
        {
            case 4 when global::System.MemoryExtensions.SequenceEqual(name, "view"u8):
                _view = global::DocGen.Infrastructure.JsonRead.String(ref reader);
                _states.Read(1);
                return true;
            case 10 when global::System.MemoryExtensions.SequenceEqual(name, "childCount"u8):
                _childCount = global::DocGen.Infrastructure.JsonRead.Int32(ref reader);
                _states.Read(0);
                return true;
            default:
                return base.ReadMember(name, ref reader);
        }
    }

    protected override void WriteMembers(global::DocGen.Infrastructure.ResourceWriter writer)
    {
        base.WriteMembers(writer);
        writer.Write("childCount"u8, _childCount, in _states, 0);
        writer.Write("view"u8, _view, in _states, 1);
    }
}

public readonly partial struct ConflictBehavior : global::DocGen.Infrastructure.IOpenEnum, global::System.IEquatable<ConflictBehavior>
{
    public ConflictBehavior(string value) => Value = value;

    public static ConflictBehavior Rename { get; } = new("rename");

    public string Value { get; }

    public static bool operator ==(ConflictBehavior left, ConflictBehavior right) => left.Equals(right);

    public static bool operator !=(ConflictBehavior left, ConflictBehavior right) => !left.Equals(right);

    internal static ConflictBehavior? ReadJson(ref global::System.Text.Json.Utf8JsonReader reader) =>
        global::DocGen.Infrastructure.JsonRead.Enum(ref reader, static value => new ConflictBehavior(value));

    public bool Equals(ConflictBehavior other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is ConflictBehavior other && Equals(other);

    public override int GetHashCode() => Value?.GetHashCode(global::System.StringComparison.Ordinal) ?? 0;

    public override string ToString() => Value ?? "";
}
