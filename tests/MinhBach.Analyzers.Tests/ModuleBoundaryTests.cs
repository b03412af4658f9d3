namespace MinhBach.Analyzers.Tests;

public sealed class ModuleBoundaryTests
{
    private const string Unit = """
        namespace MinhBach.Organization;
        internal sealed class UnitRow { public int Id; }
        public sealed class Unit { public int Id; internal int Row; public sealed class Seat; }
        """;

    private readonly City _city = new City().With("Organization/Unit.cs", Unit);

    [Fact]
    public async Task A_module_uses_what_is_public_above_it()
    {
        _city.With("Dossiers/Receive/Receive.cs", """
            using MinhBach.Organization;
            namespace MinhBach.Dossiers;
            internal sealed class Receive { int Of(Unit unit) => unit.Id; Unit.Seat? Seat; }
            """);

        Assert.Empty(await _city.BreachesAsync());
    }

    [Fact]
    public async Task A_module_uses_its_own_internals()
    {
        _city.With("Organization/Browse/Tree.cs", """
            namespace MinhBach.Organization;
            internal sealed class Tree { int Of(UnitRow row, Unit unit) => row.Id + unit.Row; }
            """);

        Assert.Empty(await _city.BreachesAsync());
    }

    [Fact]
    public async Task An_internal_type_of_another_module_is_refused()
    {
        _city.With("Dossiers/Receive.cs", """
            using MinhBach.Organization;
            namespace MinhBach.Dossiers;
            internal sealed class Receive { UnitRow? Row; }
            """);

        Assert.Equal(
            ["MB0001 /city/Dossiers/Receive.cs: 'UnitRow' is internal to Organization: ask Organization through its public face, "
             + "or make this a public promise of Organization, with a summary"],
            await _city.BreachesAsync());
    }

    [Fact]
    public async Task An_internal_member_of_a_public_type_is_refused()
    {
        _city.With("Dossiers/Receive.cs", """
            namespace MinhBach.Dossiers;
            internal sealed class Receive { int Of(MinhBach.Organization.Unit unit) => unit.Row; }
            """);

        Assert.StartsWith("MB0001 /city/Dossiers/Receive.cs: 'Row'", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_down_the_map_is_refused_even_at_what_is_public()
    {
        _city.With("Dossiers/Dossier.cs", "namespace MinhBach.Dossiers; public sealed class Dossier;")
            .With("Organization/Merge/Merge.cs", """
                using MinhBach.Dossiers;
                namespace MinhBach.Organization;
                internal sealed class Merge { object New() => new Dossier(); }
                """);

        Assert.Equal(
            ["MB0002 /city/Organization/Merge/Merge.cs: Organization may not use 'Dossier' of Dossiers: modules.txt lists Dossiers "
             + "below Organization; let Dossiers ask, or react to Organization's events"],
            await _city.BreachesAsync());
    }

    [Fact]
    public async Task A_member_reached_without_naming_its_type_is_seen()
    {
        _city.With("Monitoring/Board.cs", """
            namespace MinhBach.Monitoring;
            public static class Board { public static int Count(this object thing) => 1; }
            """).With("Dossiers/Late.cs", """
            using MinhBach.Monitoring;
            namespace MinhBach.Dossiers;
            internal sealed class Late { int Of(object thing) => thing.Count(); }
            """);

        Assert.StartsWith("MB0002 /city/Dossiers/Late.cs: Dossiers may not use 'Count' of Monitoring", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_root_and_the_commands_put_everything_together()
    {
        _city.With("Program.cs", "class Program { object Row = new MinhBach.Organization.UnitRow(); }")
            .With("Commands/Import/ImportUnits.cs", "class ImportUnits { object Row = new MinhBach.Organization.UnitRow(); }");

        Assert.Empty(await _city.BreachesAsync());
    }

    [Fact]
    public async Task The_options_of_the_root_are_public_to_all_and_its_internals_to_none()
    {
        _city.With("CityOptions.cs", "public sealed class CityOptions; class CityHost;")
            .With("Dossiers/Receive.cs", "class Receive { CityOptions? Options; CityHost? Host; }");

        Assert.StartsWith("MB0001 /city/Dossiers/Receive.cs: 'CityHost' is internal to the root", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrations_use_what_is_public_anywhere_and_are_used_by_nobody()
    {
        _city.With("Schema/First.cs", "public sealed class First { MinhBach.Organization.Unit? Unit; }")
            .With("Dossiers/Receive.cs", "class Receive { First? First; }");

        Assert.StartsWith("MB0002 /city/Dossiers/Receive.cs: Dossiers may not use 'First' of Schema", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_module_uses_Shell_and_Shell_uses_none()
    {
        _city.With("Shell/Button.cs", "public sealed class Button { MinhBach.Organization.Unit? Unit; }")
            .With("Dossiers/Receive.cs", "class Receive { Button? Button; }");

        Assert.StartsWith("MB0002 /city/Shell/Button.cs: Shell may not use 'Unit' of Organization", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_held_to_the_map_by_the_file_it_was_generated_from()
    {
        _city.With("obj/Debug/Track_cshtml.g.cs", """
            #pragma checksum "/city/Dossiers/Track/Track.cshtml" "{8829d00f-11b8-4213-878b-770e8597ac16}" "00"
            // <auto-generated/>
            namespace AspNetCoreGeneratedDocument
            {
                internal sealed class Dossiers_Track
                {
            #line 3 "/city/Dossiers/Track/Track.cshtml"
                    MinhBach.Organization.UnitRow? Row;
            #line default
                }
            }
            """);

        Assert.StartsWith("MB0001 /city/Dossiers/Track/Track.cshtml: 'UnitRow'", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_generated_for_a_module_is_known_by_its_namespace()
    {
        _city.With("obj/Debug/Regex.g.cs", """
            namespace MinhBach.Dossiers.Search { class Pattern { MinhBach.Organization.UnitRow? Row; } }
            """);

        Assert.StartsWith("MB0001", Assert.Single(await _city.BreachesAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_in_a_comment_is_not_a_use()
    {
        _city.With("Dossiers/Dossier.cs", "namespace MinhBach.Dossiers; public sealed class Dossier;")
            .With("Organization/Merge.cs", """
                namespace MinhBach.Organization;
                /// <summary>Leaves every <see cref="MinhBach.Dossiers.Dossier"/> as it is.</summary>
                public sealed class Merge;
                """);

        Assert.Empty(await _city.BreachesAsync());
    }

    [Fact]
    public async Task A_folder_that_the_map_does_not_list_is_refused()
    {
        _city.With("Helpers/Text.cs", "class Text;");

        Assert.Equal(
            ["MB0003 /city/Helpers/Text.cs: 'Helpers' is not in modules.txt: add it below every module that it uses, or move the file into its module"],
            await _city.BreachesAsync());
    }

    [Fact]
    public async Task A_file_deeper_than_its_slice_is_refused()
    {
        _city.With("Dossiers/Submit/Parts/Form.cs", "class Form;");

        Assert.Equal(
            ["MB0004 /city/Dossiers/Submit/Parts/Form.cs: '/city/Dossiers/Submit/Parts/Form.cs' lies deeper than Module/Slice/File: move it up, or make the folder a slice of its own"],
            await _city.BreachesAsync());
    }
}
