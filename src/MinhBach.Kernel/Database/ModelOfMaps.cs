using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace MinhBach.Kernel;

/// <summary>EF Core keeps one model per type of context; ours depends on which modules map tables, so each set of maps has its own.</summary>
internal sealed class ModelOfMaps : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => new Key(((CityDb)context).Maps, designTime);

    private sealed class Key(IReadOnlyList<ITableMap> maps, bool designTime) : IEquatable<Key>
    {
        private readonly bool designTime = designTime;
        private readonly Type[] types = [.. maps.Select(map => map.GetType())];

        public bool Equals(Key? other) => other is not null && other.designTime == designTime && types.AsSpan().SequenceEqual(other.types);

        public override bool Equals(object? obj) => Equals(obj as Key);

        public override int GetHashCode() => types.Aggregate(designTime ? 1 : 0, HashCode.Combine);
    }
}
