using DocGen.Generator.Reading;

namespace DocGen.Tests.Reading;

/// <summary>Tests of recognizing the placeholder text of page templates.</summary>
public class FillerTests
{
    [Theory]
    [InlineData("**TODO: Add Description**", true)]
    [InlineData("TODO", true)]
    [InlineData("Sample HTTP header. Update accordingly or remove if not needed", true)]
    [InlineData("The to-do list.", false)]
    [InlineData("", false)]
    public void Template_text_is_filler(string text, bool isFiller) => Assert.Equal(isFiller, Filler.IsText(text));

    [Theory]
    [InlineData("datetime-value", true)]
    [InlineData("id-value", true)]
    [InlineData("-value", false)]
    [InlineData("a good-value", false)]
    [InlineData("value", false)]
    public void A_name_with_the_suffix_value_is_filler(string text, bool isFiller) =>
        Assert.Equal(isFiller, Filler.IsValue(text));
}
