using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Pages;

namespace Analytics.Dashboard.Serving;

/// <summary>
/// Keeps what was answered, compressed, for as long as the data stays the same: a page is put together and compressed once, and from then on
/// costs a look-up. Only routes that say <see cref="Kept"/> take part; it stands behind the gate, so nobody sees what he may not.
/// </summary>
/// <param name="next">The rest.</param>
/// <param name="snapshots">The data, whose version is part of every key.</param>
internal sealed class KeptAnswers(RequestDelegate next, SnapshotHolder snapshots)
{
    private const long MostBytes = 64 * 1024 * 1024;

    // Pictures of pixels and zip files are compressed already.
    private static readonly string[] s_compressible =
    [
        "text/",
        "application/json",
        "application/problem+json",
        "image/svg+xml",
    ];

    private readonly ConcurrentDictionary<string, Answer> _kept = new(StringComparer.Ordinal);
    private long _bytes;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (
            !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            || context.GetEndpoint()?.Metadata is not { } about
            || about.GetMetadata<Kept>() is null
            || about.GetMetadata<Unversioned>() is not null
            || about.GetMetadata<Streamed>() is not null
        )
        {
            await next(context);
            return;
        }

        var key = KeyOf(request);
        if (!_kept.TryGetValue(key, out var answer))
        {
            answer = await AnswerAsync(context);
            if (answer is null)
            {
                return;
            }

            Keep(key, answer);
        }

        await answer.WriteAsync(context);
    }

    private string KeyOf(HttpRequest request)
    {
        var speech = Speech.Of(request);
        return string.Join(
            '\n',
            snapshots.Version,
            request.Path,
            request.QueryString,
            speech.Code,
            speech.Ground,
            // Pages are the same whatever a browser would like best.
            request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
                ? request.Headers.Accept
                : default
        );
    }

    // Null when the answer is not one to keep; it has been sent then.
    private async Task<Answer?> AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        var wire = response.Body;
        using var buffer = new MemoryStream();
        // What a script has already is asked again with every answer, not here.
        var known = context.Request.Headers.IfNoneMatch;
        context.Request.Headers.IfNoneMatch = default;
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = wire;
            context.Request.Headers.IfNoneMatch = known;
        }

        if (response.StatusCode == 200 && !response.HasStarted)
        {
            return Answer.Of(response, buffer.ToArray());
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(wire, context.RequestAborted);
        return null;
    }

    private void Keep(string key, Answer answer)
    {
        if (Interlocked.Add(ref _bytes, answer.Size) > MostBytes)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _bytes, answer.Size);
        }

        _kept[key] = answer;
    }

    private sealed record Answer(
        string? ContentType,
        string? Disposition,
        string? Vary,
        string Tag,
        byte[] Plain,
        byte[]? Brotli,
        byte[]? Gzip
    )
    {
        public long Size => Plain.Length + (Brotli?.Length ?? 0) + (Gzip?.Length ?? 0);

        public static Answer Of(HttpResponse response, byte[] plain)
        {
            var isText = s_compressible.Any(type =>
                response.ContentType?.StartsWith(type, StringComparison.Ordinal) == true
            );
            return new Answer(
                response.ContentType,
                response.Headers.ContentDisposition,
                response.Headers.Vary,
                response.Headers.ETag is [{ } given]
                    ? given.Trim('"')
                    : Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12)),
                plain,
                isText ? Compressed(plain, stream => new BrotliStream(stream, CompressionLevel.Optimal)) : null,
                isText ? Compressed(plain, stream => new GZipStream(stream, CompressionLevel.Optimal)) : null
            );
        }

        public async Task WriteAsync(HttpContext context)
        {
            var accepted = context.Request.Headers.AcceptEncoding.ToString();
            var (body, encoding) =
                Brotli is not null && accepted.Contains("br", StringComparison.Ordinal) ? (Brotli, "br")
                : Gzip is not null && accepted.Contains("gzip", StringComparison.Ordinal) ? (Gzip, "gzip")
                : (Plain, null);
            var response = context.Response;
            // Each encoding is another representation and has a tag of its own.
            var tag = encoding is null ? $"\"{Tag}\"" : $"\"{Tag}-{encoding}\"";
            response.Headers.ETag = tag;
            response.Headers.Vary = Vary is null ? "Accept-Encoding, Cookie" : Vary + ", Accept-Encoding";
            response.Headers.CacheControl = "private, no-cache";
            if (context.Request.Headers.IfNoneMatch.Any(line => line?.Contains(tag, StringComparison.Ordinal) == true))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentLength = null;
                return;
            }

            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = ContentType;
            response.Headers.ContentEncoding = encoding;
            if (Disposition is not null)
            {
                response.Headers.ContentDisposition = Disposition;
            }

            response.ContentLength = body.Length;
            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await response.Body.WriteAsync(body, context.RequestAborted);
            }
        }

        private static byte[] Compressed(byte[] plain, Func<Stream, Stream> open)
        {
            using var buffer = new MemoryStream();
            using (var stream = open(buffer))
            {
                stream.Write(plain);
            }

            return buffer.ToArray();
        }
    }
}

/// <summary>A route whose answer is the same until the data changes.</summary>
internal sealed record Kept;

/// <summary>A route whose answer is sent as it is read, however long, and so never held whole.</summary>
internal sealed record Streamed;
