using Microsoft.Extensions.DependencyInjection;

namespace DocGen;

/// <summary>
/// A client that is registered. Two with one name would share their options: roots, hosts and retries of both.
/// </summary>
internal sealed record ServiceClientRegistration(Type Client, Type Options, string Name)
{
    /// <exception cref="InvalidOperationException">
    /// Another registration has the same name, and its client or its options.
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
                    $"{other.Client.Name} with {other.Options.Name} is registered {place} already. " +
                    $"Give each registration a name: AddServiceClient<{client.Name}, {options.Name}>(\"name\", …).");
            }
        }
        services.AddSingleton(new ServiceClientRegistration(client, options, name));
    }
}
