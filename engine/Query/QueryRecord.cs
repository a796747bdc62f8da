using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Query;

/// <summary>Who asked what, and how it went; kept for good.</summary>
/// <param name="Id">The query's id.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Via">From where: page, api or cli.</param>
/// <param name="Sql">The text as it was sent.</param>
/// <param name="Parameters">Names and values, as a JSON object.</param>
/// <param name="Duration">From asking to the end, waiting included.</param>
/// <param name="RowCount">The rows returned; null where there is no result.</param>
/// <param name="IsTruncated">Whether a limit cut the result off.</param>
/// <param name="Outcome">done, or the kind of the fault.</param>
/// <param name="Detail">What was said of the fault; null where there is none.</param>
public sealed record QueryRecord(
    string Id,
    DateTime AskedAt,
    string By,
    string Via,
    string Sql,
    string Parameters,
    TimeSpan Duration,
    long? RowCount,
    bool IsTruncated,
    string Outcome,
    string? Detail
)
{
    /// <summary>The outcome of a query with a result.</summary>
    public const string Done = "done";

    private static readonly JsonSerializerOptions s_json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The SHA-256 of the text, by which repeats are found.</summary>
    [JsonIgnore]
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>The record of a query.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="at">When it was asked.</param>
    /// <param name="by">Who asked.</param>
    /// <param name="via">From where.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="duration">From asking to the end.</param>
    /// <param name="result">Its result; null where there is none.</param>
    /// <param name="fault">Why there is none; null where there is one.</param>
    public static QueryRecord Of(
        string id,
        DateTimeOffset at,
        string by,
        string via,
        QueryRequest request,
        TimeSpan duration,
        QueryResult? result,
        QueryFault? fault
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(
            id,
            at.UtcDateTime,
            by,
            via,
            request.Sql,
            ParametersOf(request.Parameters),
            duration,
            result?.Info.RowCount,
            result?.Info.Truncated is not null,
            fault is null ? Done : JsonNamingPolicy.CamelCase.ConvertName(fault.Kind.ToString()),
            fault?.Message
        );
    }

    /// <summary>Parameters as a JSON object.</summary>
    internal static string ParametersOf(IEnumerable<QueryParameter> parameters) =>
        JsonSerializer.Serialize(
            parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal),
            s_json
        );
}
