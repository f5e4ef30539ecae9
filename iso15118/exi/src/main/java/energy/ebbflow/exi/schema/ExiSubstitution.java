package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sealed interface that stands for a substitution group. EXI sorts the members by local name,
 * then by namespace.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExiSubstitution {
  /**
   * Members that no record stands for, as <code>{namespace}local</code>: abstract heads and the
   * like. They are counted in the codes and rejected.
   */
  String[] unused() default {};
}
