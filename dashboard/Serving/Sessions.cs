using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Dashboard.Serving;

/// <summary>Who may come in: the bearer of the API key, and a browser that opened the one-time link.</summary>
/// <param name="key">The API key.</param>
public sealed class Sessions(string key)
{
    /// <summary>The cookie of a browser's session.</summary>
    public const string CookieName = "analytics-session";

    private const int MaxSessions = 1000;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(key);
    private readonly ConcurrentDictionary<string, bool> _sessions = new(StringComparer.Ordinal);
    private string? _token = NewSecret();

    /// <summary>The token of the one-time link; null once it was used.</summary>
    public string? Token => _token;

    /// <summary>Opens a session with the one-time token.</summary>
    /// <param name="token">The token sent.</param>
    /// <returns>The cookie's value; null when the token is wrong or was used before.</returns>
    public string? OpenWithToken(string? token)
    {
        var expected = _token;
        return
            expected is not null
            && Same(Encoding.UTF8.GetBytes(expected), token)
            && Interlocked.CompareExchange(ref _token, null, expected) == expected
            ? Open()
            : null;
    }

    /// <summary>Opens a session with the API key, typed by a person.</summary>
    /// <returns>The cookie's value; null when the key is wrong.</returns>
    public string? OpenWithKey(string? sent) => Same(_key, sent?.Trim()) ? Open() : null;

    /// <summary>Whether a request may come in.</summary>
    /// <param name="request">The request.</param>
    public bool Admits(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        const string Bearer = "Bearer ";
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            ? Same(_key, header[Bearer.Length..].Trim())
            : request.Cookies[CookieName] is { } session && _sessions.ContainsKey(session);
    }

    private static bool Same(byte[] expected, string? sent) =>
        sent is not null && CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(sent));

    private static string NewSecret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    private string? Open()
    {
        if (_sessions.Count >= MaxSessions)
        {
            return null;
        }

        var session = NewSecret();
        _sessions[session] = true;
        return session;
    }
}
