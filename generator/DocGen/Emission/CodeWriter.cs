using System.Text;
using DocGen.Generator.Model;

namespace DocGen.Generator.Emission;

/// <summary>
/// Writes C# with indentation, LF line ends and lines that break near <see cref="Thresholds.CodeColumns"/>.
/// </summary>
internal sealed class CodeWriter
{
    private const int UsualLength = 1 << 14;

    // Each thread reuses one buffer, because a doc set makes thousands of files of similar length.
    [ThreadStatic]
    private static StringBuilder? _spare;

    private StringBuilder _text = TakeRoom();
    private int _level;
    private bool _blankIsDue;
    private bool _blockHasContent;

    /// <summary>The number of columns on a line after the indentation.</summary>
    public int Width => Thresholds.CodeColumns - (_level * Thresholds.Indent);

    /// <summary>Whether the file has an alias for the attribute on emitted types.</summary>
    public bool ShortensGeneratedCode { get; set; }

    /// <summary>Writes one line. The text must not contain line ends.</summary>
    public void Line(string text)
    {
        if (_blankIsDue && _blockHasContent)
            _text.Append('\n');
        _blankIsDue = false;
        _blockHasContent = true;
        _text.Append(' ', _level * Thresholds.Indent).Append(text).Append('\n');
    }

    /// <summary>Writes a blank line before the next line, unless a block begins or ends there.</summary>
    public void Separate() => _blankIsDue = true;

    public void Open()
    {
        Line("{");
        _level++;
        _blockHasContent = false;
    }

    public void Close(string suffix = "")
    {
        _level--;
        _blankIsDue = false;
        Line("}" + suffix);
    }

    public void Indent() => _level++;

    public void Unindent() => _level--;

    /// <summary>
    /// Writes <c>head(a, b)tail</c> on one line if it fits. Otherwise writes all items on the next line if they fit,
    /// and else one item per line.
    /// </summary>
    public void List(string head, IReadOnlyList<string> items, string tail)
    {
        string line = head + "(" + string.Join(", ", items) + ")" + tail;
        if (line.Length <= Width || items.Count == 0)
        {
            Line(line);
            return;
        }

        Line(head + "(");
        Indent();
        string rest = string.Join(", ", items) + ")" + tail;
        if (rest.Length <= Width)
        {
            Line(rest);
        }
        else
        {
            for (int i = 0; i < items.Count; i++)
                Line(items[i] + (i + 1 < items.Count ? "," : ")" + tail));
        }

        Unindent();
    }

    /// <summary>Writes an arm of a switch expression. Breaks its call if it does not fit on one line.</summary>
    public void Arm(string pattern, Call call)
    {
        string line = pattern + " => " + call + ",";
        if (line.Length <= Width)
        {
            Line(line);
            return;
        }

        Line(pattern + " =>");
        Indent();
        List(call.Head, call.Arguments, ",");
        Unindent();
    }

    /// <summary>Writes a statement that ends in a call. Breaks the call if it does not fit on one line.</summary>
    public void Statement(string head, Call call)
    {
        string line = head + call + ";";
        if (line.Length <= Width)
        {
            Line(line);
        }
        else if (call.NullWhen is null)
        {
            List(head + call.Head, call.Arguments, ";");
        }
        else
        {
            Line(head + call.NullWhen);
            Indent();
            Line("? null");
            Statement(": ", call with { NullWhen = null });
            Unindent();
        }
    }

    /// <summary>Writes <c>head => expression;</c>, on two lines if it does not fit on one.</summary>
    public void Expression(string head, string expression)
    {
        string line = head + " => " + expression + ";";
        if (line.Length <= Width)
        {
            Line(line);
            return;
        }

        Line(head + " =>");
        Indent();
        Line(expression + ";");
        Unindent();
    }

    /// <summary>Writes <c>head => call;</c>. The call may also break between its arguments.</summary>
    public void Expression(string head, Call call)
    {
        string expression = call.ToString();
        if (expression.Length + Thresholds.Indent < Width)
        {
            Expression(head, expression);
            return;
        }

        Line(head + " =>");
        Indent();
        Statement("", call);
        Unindent();
    }

    /// <summary>Writes a member with parameters and an expression. The parameters break first.</summary>
    public void Expression(string head, IReadOnlyList<string> parameters, string expression)
    {
        string signature = head + "(" + string.Join(", ", parameters) + ")";
        if (signature.Length + " =>".Length <= Width)
        {
            Expression(signature, expression);
            return;
        }

        List(head, parameters, " =>");
        Indent();
        Line(expression + ";");
        Unindent();
    }

    /// <summary>
    /// Writes a member with parameters and a call as its expression. Both may break; the parameters break first.
    /// </summary>
    public void Expression(string head, IReadOnlyList<string> parameters, Call call)
    {
        string signature = head + "(" + string.Join(", ", parameters) + ")";
        if (signature.Length + " =>".Length <= Width)
        {
            Expression(signature, call);
            return;
        }

        List(head, parameters, " =>");
        Indent();
        Statement("", call);
        Unindent();
    }

    /// <summary>Writes a type's declaration, with the base types on a second line if it does not fit on one.</summary>
    public void Declaration(string head, string bases)
    {
        string line = head + " : " + bases;
        if (line.Length <= Width)
        {
            Line(line);
            return;
        }

        Line(head);
        Indent();
        Line(": " + bases);
        Unindent();
    }

    /// <summary>
    /// Writes <c>head term operator term;</c>, with one term per line if it does not fit on one line.
    /// </summary>
    public void Chain(string head, string @operator, IReadOnlyList<string> terms)
    {
        string line = head + " " + string.Join(" " + @operator + " ", terms) + ";";
        if (line.Length <= Width)
        {
            Line(line);
            return;
        }

        Line(head);
        Indent();
        for (int i = 0; i < terms.Count; i++)
            Line((i == 0 ? "" : @operator + " ") + terms[i] + (i + 1 < terms.Count ? "" : ";"));
        Unindent();
    }

    public override string ToString() => _text.ToString();

    /// <summary>Returns the text, and releases the buffer for the thread's next writer.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        if (_text.Capacity <= Limits.KeptText)
            _spare = _text.Clear();
        _text = new StringBuilder();
        return text;
    }

    private static StringBuilder TakeRoom()
    {
        StringBuilder room = _spare ?? new StringBuilder(UsualLength);
        _spare = null;
        return room;
    }
}
