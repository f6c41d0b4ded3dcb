// Written exactly as the generator emits resources, so that tests with these classes are valid for emitted code.
#nullable enable

namespace DocGen.Runtime.Tests.Support;

public partial class BaseItem : global::DocGen.ApiResource, global::DocGen.Infrastructure.IResource<BaseItem>
{
    private global::DocGen.Infrastructure.MemberStates _bits;
    private string? _id;
    private string? _name;

    public string? Id { get => _id; set => _id = _bits.Assign(value, (int)Bit.Id); }

    public string? Name { get => _name; set => _name = _bits.Assign(value, (int)Bit.Name); }

    public override BaseItem Clone() => (BaseItem)base.Clone();

    static BaseItem global::DocGen.Infrastructure.IResource<BaseItem>.Create() => new();

    protected override bool HasDerivedTypes => true;

    static BaseItem? global::DocGen.Infrastructure.IResource<BaseItem>.CreateDerived(string odataType) =>
        odataType switch
        {
            "contoso.driveItem" => new DriveItem(),
            _ => null,
        };

    protected override string? ODataTypeName => "contoso.baseItem";

    protected override bool ReadMember(ref global::DocGen.Infrastructure.ResourceReader reader) =>
        reader.NameLength switch
        {
            2 when reader.Is("id"u8) => reader.Read(out _id, ref _bits, (int)Bit.Id),
            4 when reader.Is("name"u8) => reader.Read(out _name, ref _bits, (int)Bit.Name),
            _ => false,
        };

    protected override void WriteMembers(global::DocGen.Infrastructure.ResourceWriter writer)
    {
        writer.Write("id"u8, _id, _bits, (int)Bit.Id);
        writer.Write("name"u8, _name, _bits, (int)Bit.Name);
    }

    protected override void VisitMembers(ref global::DocGen.Infrastructure.MemberVisitor visitor) =>
        visitor.Visit(ref _bits);

    private enum Bit
    {
        Id,
        Name,
    }
}

public partial class DriveItem : BaseItem, global::DocGen.Infrastructure.IResource<DriveItem>
{
    private global::DocGen.Infrastructure.MemberStates _bits;
    private global::System.Collections.Generic.IList<DriveItem>? _children;
    private string? _conflict;
    private global::DocGen.Infrastructure.PackedInstant _created;
    private Folder? _folder;
    private global::System.Collections.Generic.IList<int>? _ratings;
    private global::System.Collections.Generic.IList<global::System.Collections.Generic.IList<string>>? _rows;
    private global::DocGen.Infrastructure.PackedInt64 _size;
    private global::System.Collections.Generic.IList<string>? _tags;

    public long? Size { get => _size; set => _size = _bits.Assign(value, (int)Bit.Size); }

    public Folder? Folder { get => _folder; set => _folder = _bits.Assign(value, (int)Bit.Folder); }

    public global::System.Collections.Generic.IList<DriveItem>? Children
    {
        get => _children;
        set => _children = _bits.Assign(value, (int)Bit.Children);
    }

    public global::System.Collections.Generic.IList<string>? Tags
    {
        get => _tags;
        set => _tags = _bits.Assign(value, (int)Bit.Tags);
    }

    public global::System.Collections.Generic.IList<int>? Ratings
    {
        get => _ratings;
        set => _ratings = _bits.Assign(value, (int)Bit.Ratings);
    }

    public ConflictBehavior? Conflict
    {
        get => _conflict;
        set => _conflict = _bits.Assign(value?.Value, (int)Bit.Conflict);
    }

    public global::System.DateTimeOffset? Created
    {
        get => _created;
        set => _created = _bits.Assign(value, (int)Bit.Created);
    }

    public global::System.Collections.Generic.IList<global::System.Collections.Generic.IList<string>>? Rows
    {
        get => _rows;
        set => _rows = _bits.Assign(value, (int)Bit.Rows);
    }

    public override DriveItem Clone() => (DriveItem)base.Clone();

    static DriveItem global::DocGen.Infrastructure.IResource<DriveItem>.Create() => new();

    protected override bool HasDerivedTypes => false;

    protected override string? ODataTypeName => "contoso.driveItem";

    protected override bool ReadMember(ref global::DocGen.Infrastructure.ResourceReader reader) =>
        reader.NameLength switch
        {
            4 when reader.Is("size"u8) => reader.Read(out _size, ref _bits, (int)Bit.Size),
            4 when reader.Is("tags"u8) => reader.Values(out _tags, ref _bits, (int)Bit.Tags),
            4 when reader.Is("rows"u8) => reader.Collection(
                out _rows,
                static (ref global::DocGen.Infrastructure.ResourceReader item) =>
                    global::DocGen.Infrastructure.JsonRead.Collection(
                    ref item, global::DocGen.Infrastructure.JsonRead.Value<string>),
                ref _bits,
                (int)Bit.Rows),
            6 when reader.Is("folder"u8) => reader.Resource(out _folder, ref _bits, (int)Bit.Folder),
            7 when reader.Is("ratings"u8) => reader.Values(out _ratings, ref _bits, (int)Bit.Ratings),
            7 when reader.Is("created"u8) => reader.Read(out _created, ref _bits, (int)Bit.Created),
            8 when reader.Is("children"u8) => reader.Collection(out _children, ref _bits, (int)Bit.Children),
            8 when reader.Is("conflict"u8) => reader.Read(out _conflict, ref _bits, (int)Bit.Conflict),
            _ => base.ReadMember(ref reader),
        };

    protected override void WriteMembers(global::DocGen.Infrastructure.ResourceWriter writer)
    {
        base.WriteMembers(writer);
        writer.Collection("children"u8, _children, _bits, (int)Bit.Children);
        writer.Write("conflict"u8, _conflict, _bits, (int)Bit.Conflict);
        writer.Write("created"u8, _created, _bits, (int)Bit.Created);
        writer.Resource("folder"u8, _folder, _bits, (int)Bit.Folder);
        writer.Values("ratings"u8, _ratings, _bits, (int)Bit.Ratings);
        writer.Collection(
            "rows"u8,
            _rows,
            static (writer, list) => global::DocGen.Infrastructure.JsonWrite.Collection(
                writer, list, global::DocGen.Infrastructure.JsonWrite.Value),
            _bits,
            (int)Bit.Rows);
        writer.Write("size"u8, _size, _bits, (int)Bit.Size);
        writer.Values("tags"u8, _tags, _bits, (int)Bit.Tags);
    }

    protected override void VisitMembers(ref global::DocGen.Infrastructure.MemberVisitor visitor)
    {
        base.VisitMembers(ref visitor);
        visitor.Visit(ref _bits);
        visitor.Visit(ref _folder);
        visitor.Visit(ref _children);
        visitor.Visit(ref _tags);
        visitor.Visit(ref _ratings);
        visitor.Visit(ref _rows);
    }

    private enum Bit
    {
        Children,
        Conflict,
        Created,
        Folder,
        Ratings,
        Rows,
        Size,
        Tags,
    }
}

public partial class Folder : global::DocGen.ApiResource, global::DocGen.Infrastructure.IResource<Folder>
{
    private global::DocGen.Infrastructure.MemberStates _bits;
    private int? _childCount;
    private string? _view;

    public int? ChildCount { get => _childCount; set => _childCount = _bits.Assign(value, (int)Bit.ChildCount); }

    public string? View { get => _view; set => _view = _bits.Assign(value, (int)Bit.View); }

    public override Folder Clone() => (Folder)base.Clone();

    static Folder global::DocGen.Infrastructure.IResource<Folder>.Create() => new();

    protected override bool ReadMember(ref global::DocGen.Infrastructure.ResourceReader reader) =>
        reader.NameLength switch
        {
            4 when reader.Is("view"u8) => reader.Read(out _view, ref _bits, (int)Bit.View),
            10 when reader.Is("childCount"u8) => reader.Read(out _childCount, ref _bits, (int)Bit.ChildCount),
            _ => false,
        };

    protected override void WriteMembers(global::DocGen.Infrastructure.ResourceWriter writer)
    {
        writer.Write("childCount"u8, _childCount, _bits, (int)Bit.ChildCount);
        writer.Write("view"u8, _view, _bits, (int)Bit.View);
    }

    protected override void VisitMembers(ref global::DocGen.Infrastructure.MemberVisitor visitor) =>
        visitor.Visit(ref _bits);

    private enum Bit
    {
        ChildCount,
        View,
    }
}

public readonly partial record struct ConflictBehavior : global::DocGen.Infrastructure.IOpenEnum<ConflictBehavior>
{
    private readonly string? _value;

    public static implicit operator ConflictBehavior?(string? value) => value is null ? null : new(value);

    public ConflictBehavior(string value) => _value = global::DocGen.Infrastructure.OpenEnum.Kept(value);

    public static ConflictBehavior Rename => new("rename");

    public string Value => _value ?? "";

    public override string ToString() => Value;

    static ConflictBehavior global::DocGen.Infrastructure.IOpenEnum<ConflictBehavior>.From(string value) => new(value);
}
