package dev.pennant.schemas;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that an event's class may be instantiated. Avro trusts no class outside the JDK unless a system property
 * names it; a codec is asked for by class, in code, so that no flag is needed for it.
 */
final class TrustedEvents {
    private TrustedEvents() {}

    /** Adds the class to whatever the process trusts already, which stays trusted. */
    @SuppressWarnings("LockOnNonEnclosingClassLiteral") // the one lock that copies of this class have in common
    static void trust(Class<?> event) {
        // Avro has one predicate a process: two threads, or two class loaders that share Avro, must not lose an
        // addition.
        synchronized (ClassSecurityValidator.class) {
            ClassSecurityPredicate trustedSoFar = ClassSecurityValidator.getGlobal();
            if (!trustedSoFar.isTrusted(event)) {
                // Avro's own builder keeps names only. A predicate of this class would pin a job's class loader.
                ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                        trustedSoFar,
                        ClassSecurityValidator.builder().add(event).build()));
            }
        }
    }
}
