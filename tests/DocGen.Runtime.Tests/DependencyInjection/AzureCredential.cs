using Azure.Core;

namespace DocGen.Runtime.Tests.DependencyInjection;

/// <summary>The adapter that the package's README shows.</summary>
internal sealed class AzureCredential(TokenCredential credential, string resource) : ApiCredential
{
    public override async ValueTask<DocGen.AccessToken> GetTokenAsync(TokenRequest request, CancellationToken cancellationToken)
    {
        var context = new TokenRequestContext([$"{resource}/.default"], claims: request.Claims);
        Azure.Core.AccessToken token = await credential.GetTokenAsync(context, cancellationToken);
        return new(token.Token, token.ExpiresOn);
    }
}

internal sealed class FakeTokenCredential : TokenCredential
{
    public List<TokenRequestContext> Requests { get; } = [];

    public override Azure.Core.AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override ValueTask<Azure.Core.AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        Requests.Add(requestContext);
        return ValueTask.FromResult(new Azure.Core.AccessToken($"token-{Requests.Count}", DateTimeOffset.MaxValue));
    }
}
