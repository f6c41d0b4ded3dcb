namespace DocGen;

/// <summary>A value of an answer that does not fit the type the documentation gives its member.</summary>
/// <remarks>
/// The member stays absent, and the value's JSON is kept under the member's name in
/// <see cref="ApiResource.AdditionalProperties"/> and sent back as it came, until the member is assigned: from then on,
/// what was assigned is sent in its place. <see cref="MisfitExtensions.GetMisfits(Response)"/> lists those of an
/// answer;
/// <see cref="ServiceClientOptions.ThrowOnMisfits"/> makes an <see cref="UnexpectedResponseException"/> of them.
/// <para>What converts without loss is converted and is no misfit. Null fits every member.</para>
/// <list type="table">
/// <listheader><term>Member</term><description>Also takes; does not take</description></listheader>
/// <item><term>String, enumeration</term><description>
/// A number, as its digits stand there, and <c>true</c> and <c>false</c>. Not objects, arrays, or text that is no
/// Unicode.
/// </description></item>
/// <item><term>Boolean</term><description>
/// The strings <c>"true"</c> and <c>"false"</c>, in letters of any case. Not 0 and 1.
/// </description></item>
/// <item><term>Integer</term><description>
/// <c>3.0</c>, <c>3e0</c>, and a number as a string, <c>"3"</c>. Not fractions, numbers out of range, <c>"007"</c> or
/// <c>""</c>.
/// </description></item>
/// <item><term>Single, Double</term><description>
/// A number as a string. The number read is the nearest of its type. Where it does not give back the digits sent,
/// neither as many of them nor the fewest that name it, the value does not fit: <c>12345678901234567890</c>,
/// <c>1e400</c>. A fraction of up to 17 digits always fits a Double, which keeps the first 15.
/// </description></item>
/// <item><term>Decimal</term><description>
/// A number as a string. Not a number that it does not hold with all its digits.
/// </description></item>
/// <item><term>Guid</term><description>32 digits without hyphens, and braces around.</description></item>
/// <item><term>DateTimeOffset</term><description>
/// A date alone and a time without an offset (both UTC), a space or a small letter for <c>T</c>, <c>z</c>, an offset
/// without its colon, and <c>24:00:00</c>, the next day's beginning. Digits of a second beyond the seventh are cut. Not
/// <c>""</c>, second 60, or a number.
/// </description></item>
/// <item><term>Date</term><description>
/// A time of 00:00:00 on the date, of UTC or without an offset.
/// </description></item>
/// <item><term>TimeOfDay</term><description>
/// Digits of a second beyond the seventh are cut. Not <c>24:00:00</c>.
/// </description></item>
/// <item><term>Duration</term><description>
/// Not years and months, whose length differs, and not <c>01:00:00</c>.
/// </description></item>
/// <item><term>Binary</term><description>base64 and base64url (RFC 4648), padded or not.</description></item>
/// <item><term>Object</term><description>Not an array or a plain value.</description></item>
/// <item><term>List</term><description>
/// Not a plain value or an object. The items are as above; one that does not fit keeps the list as a whole from it.
/// Null is an item of a list of strings, objects or lists, and no item of other lists.
/// </description></item>
/// <item><term>Any JSON</term><description>
/// Not JSON in which an object has two members of a name, or text is no Unicode.
/// </description></item>
/// <item><term>A second member of a name</term><description>
/// The first counts; the second is reported here and nowhere kept.
/// </description></item>
/// </list>
/// <para>
/// In a page, an item that does not fit, or is null, is left out of the page's items. A page that is a single object,
/// without the member that holds the items, is one item where the object has a documented member, and that too is
/// reported here. Any other body of another shape than the documented one is an
/// <see cref="UnexpectedResponseException"/>.
/// </para>
/// </remarks>
/// <param name="Path">
/// Where the value is: <c>$.value[3].size</c>, from the body or, of one object's misfits, from the object on.
/// </param>
/// <param name="Json">The value as it stands there; bytes that are no UTF-8 are replaced.</param>
/// <param name="Expected">What would have fitted, in words.</param>
public sealed record Misfit(string Path, string Json, string Expected)
{
    /// <summary><c>$.size: expected an integer, found "7 KB".</c></summary>
    public override string ToString()
    {
        const int Shown = 100;
        return $"{Path}: expected {Expected}, found {(Json.Length > Shown ? Json[..Shown] + "…" : Json)}";
    }
}
