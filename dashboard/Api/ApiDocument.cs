using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Dashboard.Output;
using Analytics.Domain;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Analytics.Dashboard.Api;

/// <summary>The OpenAPI document. A copy is checked in as dashboard/openapi.json; UPDATE_GOLDEN=1 makes its test write it anew.</summary>
internal static class ApiDocument
{
    private const string Root = "api/v1/";

    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "Analytics";
                document.Info.Version = "1";
                document.Info.Description =
                    "Quarterly scores, ranks, adoption and trends of government openness. Errors are application/problem+json, whatever is "
                    + "accepted. Send Authorization: Bearer KEY.";
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                Type(schema, context.JsonTypeInfo.Type);
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(
            (operation, context, _) =>
            {
                var description = context.Description;
                Describe(operation, description.ActionDescriptor.EndpointMetadata);
                NameParameters(operation, description.HttpMethod, description.RelativePath ?? "");
                MakeBinary(operation.RequestBody?.Content);
                foreach (var response in (operation.Responses ?? []).Values)
                {
                    MakeBinary(response.Content);
                }

                return Task.CompletedTask;
            }
        );
    }

    private static void Type(OpenApiSchema schema, Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(Quarter))
        {
            schema.Type = JsonSchemaType.String;
            schema.Pattern = "^[0-9]{4}Q[1-4]$";
            schema.Properties = null;
            schema.Required = null;
            schema.Description = "A quarter, for example 2024Q4.";
        }
        else if (type == typeof(decimal))
        {
            schema.Type = type == declared ? JsonSchemaType.Number : JsonSchemaType.Number | JsonSchemaType.Null;
        }
    }

    // Rows are CSV and a workbook too.
    private static void Describe(OpenApiOperation operation, IList<object> metadata)
    {
        var content = operation.Responses?.GetValueOrDefault("200")?.Content;
        if (content is not null && metadata.OfType<ResultFormats>().Any())
        {
            foreach (var format in ResultFormat.All.Where(format => format != ResultFormat.Json))
            {
                content[format.MediaType] = new OpenApiMediaType();
            }

            return;
        }

        if (content is null || !metadata.OfType<TableToo>().Any())
        {
            return;
        }

        content[RowsResult.CsvType] = new OpenApiMediaType();
        content[RowsResult.WorkbookType] = new OpenApiMediaType();
        operation.Description =
            $"{operation.Description} CSV or workbook: by Accept, or .csv or .xlsx behind the address.";
    }

    // The properties of a record are named as in C#, parameters as they are sent.
    private static void NameParameters(OpenApiOperation operation, string? method, string path)
    {
        var examples = ApiExamples.ValuesOf(
            path.StartsWith(Root, StringComparison.Ordinal) && method == HttpMethods.Get ? path[Root.Length..] : ""
        );
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
            if (examples.TryGetValue(parameter.Name, out var example))
            {
                parameter.Example = ExampleOf(parameter, example);
            }
        }
    }

    private static JsonValue ExampleOf(OpenApiParameter parameter, string text) =>
        parameter.Schema?.Type?.HasFlag(JsonSchemaType.Integer) == true
            ? JsonValue.Create(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture))
            : JsonValue.Create(text);

    // What is no JSON is bytes, not the schema of the JSON beside it.
    private static void MakeBinary(IDictionary<string, OpenApiMediaType>? content)
    {
        foreach (var (type, media) in content ?? new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal))
        {
            if (
                !type.EndsWith("json", StringComparison.Ordinal)
                && !type.StartsWith("multipart/", StringComparison.Ordinal)
            )
            {
                media.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
            }
        }
    }
}

/// <summary>The answer of a route is also there as CSV and as a workbook.</summary>
internal sealed record TableToo;
