package energy.ebbflow.exi.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One of several elements: the component's type is a sealed interface whose records bear {@link
 * ExiName}. Their order in {@code permits} is the order of the schema's choice, unless the
 * interface bears {@link ExiSubstitution}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface ExiChoice {
  /** Whether an element of another namespace is an alternative too: counted, and rejected. */
  boolean open() default false;
}
