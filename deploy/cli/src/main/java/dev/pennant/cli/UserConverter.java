package dev.pennant.cli;

import dev.pennant.stack.clickhouse.ClickHouseUser;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A database user by its name. */
final class UserConverter implements ITypeConverter<ClickHouseUser> {
    @Override
    public ClickHouseUser convert(String name) {
        return Arrays.stream(ClickHouseUser.values())
                .filter(user -> user.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("there is no user '" + name + "'; there are "
                        + Arrays.stream(ClickHouseUser.values())
                                .map(ClickHouseUser::id)
                                .collect(Collectors.joining(", "))));
    }
}
