using Microsoft.EntityFrameworkCore;

namespace MinhBach.Kernel;

/// <summary>A module's part of the database: it maps its own, private, entity types onto tables prefixed with its name.</summary>
public interface ITableMap
{
    /// <summary>Adds the module's entity types. Columns become snake_case unless named here.</summary>
    void Map(ModelBuilder model);
}
