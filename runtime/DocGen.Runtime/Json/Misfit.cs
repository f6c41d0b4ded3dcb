namespace DocGen;

/// <summary>A value of a response that does not fit the documented type of its member.</summary>
/// <remarks>
/// The member stays absent. <see cref="ApiResource.AdditionalProperties"/> keeps the JSON of the value under the
/// member's name and sends it back unchanged, until the member is set; from then on, the new value is sent.
/// <see cref="MisfitExtensions.GetMisfits(Response)"/> lists the misfits of a response;
/// <see cref="ServiceClientOptions.ThrowOnMisfits"/> throws an <see cref="UnexpectedResponseException"/> instead.
/// <para>Values that convert without loss are converted and are no misfits. Null fits every member.</para>
/// <list type="table">
/// <listheader><term>Member</term><description>Also accepted, and not accepted</description></listheader>
/// <item><term>String, enumeration</term><description>
/// A number, with its digits unchanged, and <c>true</c> and <c>false</c>. Not objects, arrays, or invalid Unicode.
/// </description></item>
/// <item><term>Boolean</term><description>
/// The strings <c>"true"</c> and <c>"false"</c>, in any case. Not 0 and 1.
/// </description></item>
/// <item><term>Integer</term><description>
/// <c>3.0</c>, <c>3e0</c>, and a number as a string, <c>"3"</c>. Not fractions, numbers out of range, <c>"007"</c> or
/// <c>""</c>.
/// </description></item>
/// <item><term>Single, Double</term><description>
/// A number as a string. The value is read as the nearest number of the type. It does not fit if the digits of that
/// number differ from the digits sent, both with the same number of digits and with the fewest digits that identify the
/// number: <c>12345678901234567890</c>, <c>1e400</c>. A fraction of up to 17 digits always fits a Double, which keeps
/// the first 15.
/// </description></item>
/// <item><term>Decimal</term><description>
/// A number as a string. Not a number with more digits than a Decimal can keep.
/// </description></item>
/// <item><term>Guid</term><description>32 digits without hyphens; enclosing braces.</description></item>
/// <item><term>DateTimeOffset</term><description>
/// A date alone and a time without an offset (both UTC), a space or a lower-case letter for <c>T</c>, <c>z</c>, an
/// offset without a colon, and <c>24:00:00</c>, the start of the next day. Fractional digits of a second beyond the
/// seventh are cut. Not <c>""</c>, second 60, or a number.
/// </description></item>
/// <item><term>Date</term><description>
/// A date with the time 00:00:00, in UTC or without an offset.
/// </description></item>
/// <item><term>TimeOfDay</term><description>
/// Fractional digits of a second beyond the seventh are cut. Not <c>24:00:00</c>.
/// </description></item>
/// <item><term>Duration</term><description>
/// Not years and months, whose length differs, and not <c>01:00:00</c>.
/// </description></item>
/// <item><term>Binary</term><description>base64 and base64url (RFC 4648), padded or not.</description></item>
/// <item><term>Object</term><description>Not an array or a plain value.</description></item>
/// <item><term>List</term><description>
/// Not a plain value or an object. The rules above apply to items; if one item does not fit, the list does not fit.
/// Null is valid only in lists of strings, objects or lists.
/// </description></item>
/// <item><term>Any JSON</term><description>
/// Not JSON with duplicate member names in an object, or with invalid Unicode.
/// </description></item>
/// <item><term>Duplicate member</term><description>
/// The first one is used; the second one is reported as a misfit and not kept.
/// </description></item>
/// </list>
/// <para>
/// In a page, an item that does not fit, or is null, is omitted from the page's items. A page that is a single object
/// without the member that holds the items is read as one item if the object has a documented member; this is reported
/// as a misfit too. Any other body that does not have the documented structure throws an
/// <see cref="UnexpectedResponseException"/>.
/// </para>
/// </remarks>
/// <param name="Path">
/// The path of the value: <c>$.value[3].size</c>, relative to the body, or to the object for the misfits of one object.
/// </param>
/// <param name="Json">The JSON of the value; bytes that are not UTF-8 are replaced.</param>
/// <param name="Expected">A description of the values that fit.</param>
public sealed record Misfit(string Path, string Json, string Expected)
{
    /// <summary>Returns a text such as <c>$.size: expected an integer, found "7 KB"</c>.</summary>
    public override string ToString()
    {
        const int Shown = 100;
        return $"{Path}: expected {Expected}, found {(Json.Length > Shown ? Json[..Shown] + "…" : Json)}";
    }
}
