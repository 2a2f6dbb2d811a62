package dev.pennant.cli;

/**
 * A command that another module brings: whoever implements it, is annotated as a picocli command, and is listed for {@link java.util.ServiceLoader},
 * is a command of {@code pennant} where its jar is on the class path. So the command knows nobody that knows the command.
 */
public interface AddedCommand {}
