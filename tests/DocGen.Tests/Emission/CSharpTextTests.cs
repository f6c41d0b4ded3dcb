using DocGen.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Tests.Emission;

public class CSharpTextTests
{
    public static TheoryData<string> Texts =>
    [
        "", "plain", "\"; evil(); \"", "\\", "\"\"\"", "{0} {{x}}", "a\r\nb\tc\0d", "\u0085\u2028\u2029",
        "\u202Egnp.exe",
        "größe", "😀", "\uD83D alone", "\u001b[31m", "*/ //", "\\u0022",
    ];

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_literal_is_one_token_with_the_value_of_the_text(string text)
    {
        string literal = CSharpText.Literal(text);

        var expression = Assert.IsType<LiteralExpressionSyntax>(SyntaxFactory.ParseExpression(literal));
        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(literal, expression.ToFullString());
        Assert.Equal(text, expression.Token.ValueText);
        Assert.All(literal, c => Assert.InRange(c, ' ', '~'));
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_utf8_literal_has_the_length_that_the_code_gives_for_it(string text)
    {
        var expression = Assert.IsType<LiteralExpressionSyntax>(
            SyntaxFactory.ParseExpression(CSharpText.Utf8Literal(text)));

        Assert.Empty(expression.GetDiagnostics());
        Assert.Equal(SyntaxKind.Utf8StringLiteralExpression, expression.Kind());
        Assert.Equal(CSharpText.Utf8Length(text), System.Text.Encoding.UTF8.GetByteCount(expression.Token.ValueText));
    }

    [Theory]
    [MemberData(nameof(Texts), DisableDiscoveryEnumeration = true)]
    public void A_comment_stays_on_its_line(string text)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("// " + CSharpText.Comment(text) + "\nclass Next;");

        Assert.Empty(tree.GetDiagnostics());
        Assert.Single(tree.GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>());
        Assert.Single(tree.GetRoot().ChildNodes());
    }

    [Fact]
    public void Every_reserved_keyword_gets_an_at_sign_and_nothing_else_does()
    {
        foreach (SyntaxKind keyword in SyntaxFacts.GetReservedKeywordKinds())
            Assert.Equal("@" + SyntaxFacts.GetText(keyword), CSharpText.Identifier(SyntaxFacts.GetText(keyword)));
        Assert.Equal("itemId", CSharpText.Identifier("itemId"));
        Assert.Equal("Contoso.@event.Drive", CSharpText.QualifiedName("Contoso.event.Drive"));
    }
}
