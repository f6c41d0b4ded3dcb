namespace DocGen.Generator.Model;

/// <summary>An address that a page states as the service root.</summary>
/// <param name="Address">The address without a trailing slash.</param>
/// <param name="IsTemplate">Whether it has a placeholder: <c>https://{account}.example.com</c>.</param>
/// <param name="IsTest">Whether the sentence or the host is about a system for tests.</param>
internal sealed record StatedAddress(string Address, bool IsTemplate = false, bool IsTest = false);
