RETURN item.id, item.stated, item.profiles
