using Microsoft.Extensions.Options;

namespace DocGen;

/// <summary>Validates the options of one registration.</summary>
internal sealed class ServiceClientValidation<TOptions>(string name) : IValidateOptions<TOptions>
    where TOptions : ServiceClientOptions
{
    public ValidateOptionsResult Validate(string? optionsName, TOptions options)
    {
        if (optionsName != name)
            return ValidateOptionsResult.Skip;
        try
        {
            options.Validate();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException fault)
        {
            return ValidateOptionsResult.Fail($"{typeof(TOptions).Name}: {fault.Message}");
        }
    }
}
