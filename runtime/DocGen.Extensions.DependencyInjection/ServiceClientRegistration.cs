using Microsoft.Extensions.DependencyInjection;

namespace DocGen;

/// <summary>
/// A registered client. Two registrations with the same name and options type would share their options, such as
/// service roots, hosts and retries.
/// </summary>
internal sealed record ServiceClientRegistration(Type Client, Type Options, string Name)
{
    /// <exception cref="InvalidOperationException">
    /// Another registration has the same name, and the same client or options type.
    /// </exception>
    public static void Add(IServiceCollection services, Type client, Type options, string name)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(ServiceClientRegistration) &&
                service.ImplementationInstance is ServiceClientRegistration other &&
                other.Name == name && (other.Client == client || other.Options == options))
            {
                string place = name.Length > 0 ? $"under the name '{name}'" : "without a name";
                throw new InvalidOperationException(
                    $"{other.Client.Name} with {other.Options.Name} is already registered {place}. " +
                    $"Give each registration a name: AddServiceClient<{client.Name}, {options.Name}>(\"name\", …).");
            }
        }
        services.AddSingleton(new ServiceClientRegistration(client, options, name));
    }
}
