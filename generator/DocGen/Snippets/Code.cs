using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Snippets;

/// <summary>
/// A piece of C#. It is written on one line if it fits into <see cref="Thresholds.SnippetColumns"/> columns, and
/// otherwise with one item per line. The last argument of a call may begin on the line of the call and continue below
/// it.
/// </summary>
internal sealed class Code
{
    private readonly string _head;
    private readonly string _open;
    private readonly string _close;
    private readonly string _tail;
    private readonly IReadOnlyList<Code> _items;
    private readonly bool _isCall;

    private Code(string head, string open, IReadOnlyList<Code> items, string close, string tail = "",
        bool isCall = false)
    {
        (_head, _open, _items, _close, _tail, _isCall) = (head, open, items, close, tail, isCall);
        Length =
            head.Length + tail.Length + (open.Length == 0 ? 0
            : isCall || open == "[" ? open.Length + close.Length : " { ".Length + " }".Length);
        for (int i = 0; i < items.Count; i++)
            Length += items[i].Length + (i > 0 ? 2 : 0);
    }

    /// <summary>The length on one line.</summary>
    public int Length { get; }

    private bool HasItems => _items.Count > 0;

    /// <summary>Creates text that is never broken.</summary>
    public static Code Text(string text) => new(text, "", [], "");

    /// <summary>Creates <c>new() { A = 1, B = 2 }</c>, or the head alone if there are no items.</summary>
    public static Code Initializer(string head, IReadOnlyList<Code> items) =>
        items.Count == 0
            ? Text(head.EndsWith("()", StringComparison.Ordinal) || head.EndsWith(")", StringComparison.Ordinal) ? head
            : head + "()") : new Code(head, "{", items, "}");

    /// <summary>Creates <c>[a, b]</c>.</summary>
    public static Code List(IReadOnlyList<Code> items) => new("", "[", items, "]");

    /// <summary>Creates <c>head(a, b)tail</c>.</summary>
    public static Code Call(string head, IReadOnlyList<Code> arguments, string tail = "") =>
        new(head, "(", arguments, ")", tail, isCall: true);

    /// <summary>Returns the code with a prefix, such as <c>Name = </c>.</summary>
    public Code After(string prefix) => new(prefix + _head, _open, _items, _close, _tail, _isCall);

    /// <summary>Returns the code with a suffix.</summary>
    public Code Before(string suffix) => _open.Length == 0
        ? Text(_head + suffix)
        : new Code(_head, _open, _items, _close, _tail + suffix, _isCall);

    public override string ToString()
    {
        var text = new StringBuilder(Length);
        WriteFlat(text);
        return text.ToString();
    }

    /// <summary>Writes the code to a line that already contains <paramref name="column"/> columns.</summary>
    /// <param name="behind">The number of columns that other code adds to the last line.</param>
    public void Write(StringBuilder text, int level, int column, int behind = 0)
    {
        if (!HasItems || column + Length + behind <= Thresholds.SnippetColumns)
            WriteFlat(text);
        else if (_isCall)
            WriteCall(text, level, column);
        else
            WriteItems(text, level);
    }

    private void WriteFlat(StringBuilder text)
    {
        text.Append(_head);
        bool isBlock = _open == "{";
        text.Append(isBlock ? _head.Length > 0 ? " { " : "{ " : _open);
        for (int i = 0; i < _items.Count; i++)
        {
            text.Append(i > 0 ? ", " : "");
            _items[i].WriteFlat(text);
        }

        text.Append(isBlock ? " }" : _close).Append(_tail);
    }

    private void WriteItems(StringBuilder text, int level)
    {
        text.Append(_head);
        if (_open == "{")
            NewLine(text, level);
        text.Append(_open);
        WriteLines(text, level);
        NewLine(text, level);
        text.Append(_close).Append(_tail);
    }

    private void WriteLines(StringBuilder text, int level)
    {
        for (int i = 0; i < _items.Count; i++)
        {
            NewLine(text, level + 1);
            bool isLast = i + 1 == _items.Count;
            _items[i].Write(text, level + 1, (level + 1) * Thresholds.Indent, isLast ? 0 : 1);
            text.Append(isLast ? "" : ",");
        }
    }

    /// <summary>
    /// Writes a call. Breaks only its last argument, if this argument can break and the other arguments fit on the
    /// first line. Otherwise writes each argument on a separate line.
    /// </summary>
    private void WriteCall(StringBuilder text, int level, int column)
    {
        Code last = _items[_items.Count - 1];
        int before = _head.Length + 1 + _items.Take(_items.Count - 1).Sum(item => item.Length + 2);
        if (last.HasItems && column + before + last._head.Length + 1 <= Thresholds.SnippetColumns)
        {
            text.Append(_head).Append('(');
            foreach (Code item in _items.Take(_items.Count - 1))
            {
                item.WriteFlat(text);
                text.Append(", ");
            }

            last.Write(text, level, column + before, _tail.Length + 1);
            text.Append(')').Append(_tail);
            return;
        }

        text.Append(_head).Append('(');
        WriteLines(text, level);
        text.Append(')').Append(_tail);
    }

    private static void NewLine(StringBuilder text, int level) =>
        text.Append('\n').Append(' ', level * Thresholds.Indent);
}
