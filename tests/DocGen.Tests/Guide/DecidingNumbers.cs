using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DocGen.Tests.Guide;

/// <summary>
/// Finds the deciding numbers in a source file: numbers whose value influences a decision of the code. The syntax shows
/// that other numbers, such as indexes and bit masks, are mechanical; <see cref="Mechanical"/> lists these cases.
/// </summary>
internal static class DecidingNumbers
{
    /// <summary>The kinds of mechanical numbers, and for each a function that recognizes it by the syntax.</summary>
    private static readonly Dictionary<string, Func<LiteralExpressionSyntax, bool>> Mechanical = new()
    {
        ["0, 1 and 2"] = IsSmall,
        ["bits"] = IsOfBits,
        ["a hash"] = IsOfHash,
        ["the size of an array or a buffer"] = IsCapacity,
        ["a position in a text or list"] = IsPlace,
        ["an HTTP status"] = IsStatus,
        ["a member of an enumeration"] = number => number.Parent?.Parent is EnumMemberDeclarationSyntax,
        ["a number from a standard, marked by an attribute"] = IsOfStandard,
    };

    public static IEnumerable<LiteralExpressionSyntax> In(SyntaxNode root) =>
        root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(
            number => number.IsKind(SyntaxKind.NumericLiteralExpression)
                && !Mechanical.Values.Any(isMechanical => isMechanical(number)));

    // A 2 is not mechanical if it is part of a comparison with a half, because a half is a ratio such as nine tenths.
    private static bool IsSmall(LiteralExpressionSyntax number) => number.Token.Value is 0 or 1 or 0u or 1u or 0L or 1L
        || (number.Token.Value is 2 && !IsHalf(number));

    private static bool IsHalf(LiteralExpressionSyntax number) =>
        number.Parent!.Kind() is SyntaxKind.MultiplyExpression or SyntaxKind.DivideExpression
        && number.Parent!.Parent!.Kind() is SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression
            or SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression;

    private static bool IsOfBits(LiteralExpressionSyntax number) =>
        number.Token.Text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        || number.Token.Text.StartsWith("0b", StringComparison.OrdinalIgnoreCase)
        || number.Parent!.Kind() is SyntaxKind.LeftShiftExpression or SyntaxKind.RightShiftExpression
            or SyntaxKind.BitwiseAndExpression or SyntaxKind.BitwiseOrExpression or SyntaxKind.ExclusiveOrExpression;

    private static bool IsOfHash(LiteralExpressionSyntax number) => number.Ancestors().Any(node => node switch
    {
        CheckedExpressionSyntax => true,
        VariableDeclaratorSyntax { Identifier.Text: "hash" or "slot" } => true,
        _ => false,
    });

    private static bool IsCapacity(LiteralExpressionSyntax number) =>
        number.Parent is ArrayRankSpecifierSyntax or ArgumentSyntax { NameColon.Name.Identifier.Text: "capacity" };

    /// <summary>
    /// Whether a number is an index, the start or shifted end of a substring, or the number of parts of a split.
    /// </summary>
    private static bool IsPlace(LiteralExpressionSyntax number)
    {
        bool isShifted =
            number.Parent!.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression;
        if ((isShifted ? number.Parent!.Parent : number.Parent) is not ArgumentSyntax argument)
            return false;
        if (argument.Parent is BracketedArgumentListSyntax)
            return true;
        if (argument.Parent is not ArgumentListSyntax { Parent: InvocationExpressionSyntax call } list)
            return false;
        bool isFirst = list.Arguments[0] == argument;
        return NameOf(call) switch
        {
            "Substring" => isFirst || isShifted,
            "Skip" => isFirst,
            "Split" => !isFirst,
            _ => false,
        };
    }

    private static bool IsStatus(LiteralExpressionSyntax number) =>
        number.Token.Value is >= 100 and < 600 && (number.Ancestors()
            .TakeWhile(node => node is not (StatementSyntax or LambdaExpressionSyntax or MemberDeclarationSyntax))
            .Any(node => node switch
            {
                BinaryExpressionSyntax compared => SaysStatus(compared.Left) || SaysStatus(compared.Right),
                IsPatternExpressionSyntax compared => SaysStatus(compared.Expression),
                SubpatternSyntax { NameColon.Name: { } property } => SaysStatus(property),
                ArgumentSyntax { NameColon.Name: { } parameter } => SaysStatus(parameter),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax called } =>
                    SaysStatus(called.Expression),
                _ => false,
            })
        || number.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { Identifier.Text: "Status" });

    private static bool SaysStatus(ExpressionSyntax compared) => compared.DescendantNodesAndSelf()
        .OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.Text.Contains("status", StringComparison.OrdinalIgnoreCase));

    private static bool IsOfStandard(LiteralExpressionSyntax number) =>
        number.Ancestors().OfType<MemberDeclarationSyntax>().SelectMany(member => member.AttributeLists)
            .SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() == "Standard");

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => "",
    };
}
