using Analytics.Domain;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Analytics.Dashboard.Api;

/// <summary>The OpenAPI document.</summary>
internal static class ApiDocument
{
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info.Title = "Analytics";
                document.Info.Version = "1";
                document.Info.Description =
                    "Quarterly scores, ranks, adoption and trends of government openness. Errors are application/problem+json.";
                document.Servers = [];
                return Task.CompletedTask;
            }
        );
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
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
                    schema.Type =
                        type == context.JsonTypeInfo.Type
                            ? JsonSchemaType.Number
                            : JsonSchemaType.Number | JsonSchemaType.Null;
                }

                return Task.CompletedTask;
            }
        );
    }
}
