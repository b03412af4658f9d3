using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using MinhBach.Kernel;

namespace MinhBach.Accounts;

/// <summary>Identity's own store; it loads, changes and saves, so here entities are tracked.</summary>
internal sealed class AccountStore : UserOnlyStore<Account, CityDb, long>
{
    public AccountStore(CityDb db, IdentityErrorDescriber errors)
        : base(db, errors) => db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.TrackAll;
}
