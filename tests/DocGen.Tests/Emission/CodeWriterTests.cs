using DocGen.Generator.Emission;

namespace DocGen.Tests.Emission;

public class CodeWriterTests
{
    private static readonly string Long = new('x', 60);

    [Fact]
    public void Blank_lines_are_between_members_only()
    {
        var writer = new CodeWriter();
        writer.Line("class C");
        writer.Open();
        writer.Separate();
        writer.Line("int A;");
        writer.Separate();
        writer.Separate();
        writer.Line("int B;");
        writer.Separate();
        writer.Close();

        Assert.Equal("class C\n{\n    int A;\n\n    int B;\n}\n", writer.ToString());
    }

    [Fact]
    public void A_list_breaks_only_if_it_does_not_fit_on_one_line()
    {
        var writer = new CodeWriter();
        writer.List("f", ["a", "b"], ";");
        writer.List("f", [Long, Long], ";");

        Assert.Equal($"f(a, b);\nf(\n    {Long},\n    {Long});\n", writer.ToString());
    }

    [Fact]
    public void A_member_breaks_its_expression_first_and_then_its_parameters()
    {
        var writer = new CodeWriter();
        writer.Expression("int F", ["int a"], "a");
        writer.Expression("int F", ["int " + Long], Long);
        writer.Expression("int F", ["int " + Long, "int " + Long], Long);

        Assert.Equal(
            $"int F(int a) => a;\nint F(int {Long}) =>\n    {Long};\nint F(\n    int {Long},\n    int {Long}) =>\n" +
            $"    {Long};\n",
            writer.ToString());
    }
}
