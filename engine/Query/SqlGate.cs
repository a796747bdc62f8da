using System.Globalization;
using System.Text.Json;

namespace Analytics.Query;

/// <summary>
/// Reads what DuckDB's parser made of a text, and lets through exactly one SELECT over our relations with allowed functions. Nothing is bound,
/// opened or run by then.
/// </summary>
/// <param name="allowed">What a query may use.</param>
/// <param name="relations">The tables and views of the snapshot.</param>
/// <param name="macros">The macros of the snapshot.</param>
internal sealed class SqlGate(AllowList allowed, IReadOnlySet<string> relations, IReadOnlySet<string> macros)
{
    /// <summary>The most objects a parsed text may have.</summary>
    public const int MostNodes = 50_000;

    /// <summary>How deep they may nest; an expression takes two or three levels.</summary>
    public const int MostDepth = 1000;

    /// <summary>Looks at a parsed text.</summary>
    /// <param name="json">What <c>json_serialize_sql</c> made of it.</param>
    /// <param name="sql">The text, to tell places in it.</param>
    /// <returns>The names of its parameters.</returns>
    /// <exception cref="QueryException">It is not let through; the message names what and where.</exception>
    public IReadOnlyList<string> Admit(string json, string sql)
    {
        using var document = Parse(json);
        var root = document.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            throw Unreadable(root, sql);
        }

        var statements = root.GetProperty("statements");
        if (statements.GetArrayLength() != 1)
        {
            throw new QueryException(
                new(
                    QueryFaultKind.NotAllowed,
                    $"一次只能运行一条 SELECT，这里有 {statements.GetArrayLength()} 条。请去掉多余的语句，或选中一条运行。"
                )
            );
        }

        new Walk(allowed, relations, macros, sql).Visit(statements[0], scope: null, place: -1);
        return
        [
            .. statements[0]
                .GetProperty("named_param_map")
                .EnumerateArray()
                .Select(parameter => parameter.GetProperty("key").GetString()!),
        ];
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MostDepth });
        }
        catch (JsonException)
        {
            throw new QueryException(
                new(QueryFaultKind.TooLarge, "SQL 的嵌套太深。请把内层的查询改成 WITH 子句，一层一层写。")
            );
        }
    }

    private static QueryException Unreadable(JsonElement root, string sql)
    {
        var message = root.GetProperty("error_message").GetString() ?? "";
        var isSyntax = root.GetProperty("error_type").GetString() == "parser";
        if (!isSyntax)
        {
            return new(
                new(
                    QueryFaultKind.NotAllowed,
                    "只能运行 SELECT（也可以用 EXPLAIN、DESCRIBE、SUMMARIZE、SHOW TABLES 看它）。这条语句会改动数据或设置，或用了不支持的写法（如 PIVOT），没有运行。"
                )
            );
        }

        var offset =
            root.TryGetProperty("position", out var position)
            && long.TryParse(position.GetString(), CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : -1;
        return new(QueryFault.At(QueryFaultKind.Syntax, $"SQL 写法有误：{message}", sql, offset));
    }

    /// <summary>The names that WITH clauses around a place have given.</summary>
    private sealed record Scope(string Name, Scope? Outer)
    {
        public static bool Has(Scope? scope, string name)
        {
            for (; scope is not null; scope = scope.Outer)
            {
                if (string.Equals(scope.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private sealed class Walk(
        AllowList allowed,
        IReadOnlySet<string> relations,
        IReadOnlySet<string> macros,
        string sql
    )
    {
        private int _nodes;

        public void Visit(JsonElement element, Scope? scope, long place)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Visit(item, scope, place);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (++_nodes > MostNodes)
                {
                    throw new QueryException(
                        new(QueryFaultKind.TooLarge, $"SQL 太长：解析后超过 {MostNodes} 个部分。请分成几次查询。")
                    );
                }

                // What has no place of its own stands in what has one.
                place =
                    element.TryGetProperty("query_location", out var own) && own.TryGetInt64(out var offset)
                        ? offset
                        : place;
                Check(element, scope, place);
                VisitParts(element, scope, place);
            }
        }

        // A name that WITH gives is known to what follows, and within itself only to the second part of a recursion: anywhere else it would
        // mean a table, a file or a system view of that name.
        private void VisitParts(JsonElement element, Scope? scope, long place)
        {
            if (element.TryGetProperty("cte_map", out var clauses))
            {
                foreach (var clause in clauses.GetProperty("map").EnumerateArray())
                {
                    Visit(clause.GetProperty("value"), scope, place);
                    scope = new(clause.GetProperty("key").GetString()!, scope);
                }
            }

            var recursion =
                Text(element, "type") == "RECURSIVE_CTE_NODE" ? new Scope(Text(element, "cte_name")!, scope) : null;
            foreach (var part in element.EnumerateObject())
            {
                if (part.Name is not ("cte_map" or "named_param_map"))
                {
                    Visit(part.Value, part.Name == "right" ? recursion ?? scope : scope, place);
                }
            }
        }

        private void Check(JsonElement element, Scope? scope, long place)
        {
            if (Text(element, "class") is { } expression)
            {
                CheckSyntax(["class"], expression, place);
            }
            else if (Text(element, "type") is { } node)
            {
                CheckSyntax(["node", "table", "modifier", "order", "type_info"], node, place);
            }

            if (Text(element, "id") is { } type && element.TryGetProperty("type_info", out var info))
            {
                // A type that the parser knows by name only.
                var name = type == "UNBOUND" ? Text(info, "name")?.ToUpperInvariant() ?? type : type;
                CheckSyntax(["type"], name, place);
            }

            if (Text(element, "function_name") is { } function)
            {
                CheckFunction(function, place);
            }

            if (Text(element, "type") == "BASE_TABLE")
            {
                CheckTable(element, scope, place);
            }
        }

        private void CheckSyntax(ReadOnlySpan<string> kinds, string name, long place)
        {
            if (!allowed.AllowsSyntax(kinds, name, out var reason))
            {
                throw NotAllowed($"不能使用 {name}：{reason}。", place);
            }
        }

        private void CheckFunction(string name, long place)
        {
            // The schema says nothing: x.upper() has x there. Whatever it is, the function goes by its name.
            if (!macros.Contains(name) && !allowed.AllowsFunction(name, out var reason))
            {
                throw NotAllowed($"不能使用函数 {name}：{reason}。", place);
            }
        }

        private void CheckTable(JsonElement element, Scope? scope, long place)
        {
            var name = Text(element, "table_name") ?? "";
            // A name with a schema before it is never one of WITH.
            var isOfWith = Text(element, "schema_name") is null or "" && Scope.Has(scope, name);
            if (!IsOurs(element) || !(relations.Contains(name) || isOfWith))
            {
                throw NotAllowed(
                    $"没有名为 “{name}” 的表。可用的表见左边的目录，或运行 SHOW TABLES；不能读取文件和系统表。",
                    place
                );
            }
        }

        private static bool IsOurs(JsonElement element) =>
            Text(element, "schema_name") is null or "" or "main" && Text(element, "catalog_name") is null or "";

        private QueryException NotAllowed(string message, long place) =>
            new(QueryFault.At(QueryFaultKind.NotAllowed, message, sql, place));

        private static string? Text(JsonElement element, string name) =>
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
    }
}
